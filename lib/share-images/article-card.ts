import { labelTexts } from '../languages/label-texts.ts';
import { wordsFor } from '../languages/languages.ts';
import { mapOf } from '../map/locator-map.ts';
import { formattingLocale } from '../model/formatting-locale.ts';
import type { Article, Picture, Site } from '../model/model.ts';
import type { Card } from './draw-card.ts';

/** The card of an article: its headline, its main topic, and beside them its map or its lead picture. */
export function articleCard(article: Article, site: Site): Card {
  const { title, picture } = article;
  const { name, dir } = site;
  const beside = picture?.kind === 'image' ? 'picture' : mapOf(picture, site);
  return { name, kicker: kickerOf(article, site), text: title, dir, beside };
}

/** The card of the publication, for all pages that are no article. */
export function siteCard({ name, tagline, dir }: Site): Card {
  return { name, kicker: undefined, text: tagline, dir, beside: undefined };
}

/** Names all that is to be seen on an article's card: the same text for two that look the same. */
export function articleCardFacts(article: Article, site: Site): string {
  const { title, picture } = article;
  return JSON.stringify([siteCardFacts(site), title, kickerOf(article, site), picture && pictureFacts(picture)]);
}

/** Names all that is to be seen on the publication's card. */
export function siteCardFacts({ name, tagline, dir, lang, digits }: Site): string {
  return JSON.stringify([name, tagline, dir, lang, digits]);
}

/** The main topic, and what readers have to know: a card is passed on without the page. */
function kickerOf({ labels, topics: [topic] }: Article, site: Site): string {
  return [topic.name, ...labelTexts(labels, wordsFor(formattingLocale(site)))].join(' · ');
}

function pictureFacts(picture: Picture): unknown {
  if (picture.kind === 'image') return picture.image.name;
  return [picture.emphasise, picture.places.map(({ name, position, isCapital }) => [name, position, isCapital])];
}
