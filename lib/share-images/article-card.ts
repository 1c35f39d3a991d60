import { mapOf } from '../map/locator-map.ts';
import { inMode, paletteOf } from '../model/look/colors.ts';
import type { Article, Picture, Site } from '../model/model.ts';
import type { Card } from './draw-card.ts';

/** The card of an article: its headline, its main topic, and beside them its map or its lead picture. */
export function articleCard({ title, topics: [topic], picture }: Article, site: Site): Card {
  const { name, dir } = site;
  const beside = picture?.kind === 'image' ? 'picture' : mapOf(picture, site);
  return { name, kicker: topic.name, text: title, dir, colors: colorsOf(site), logo: site.logo, beside };
}

/** The card of the publication, for all pages that are no article. */
export function siteCard(site: Site): Card {
  const { name, tagline, dir } = site;
  return { name, kicker: undefined, text: tagline, dir, colors: colorsOf(site), logo: site.logo, beside: undefined };
}

/** Names all that is to be seen on an article's card: the same text for two that look the same. */
export function articleCardFacts({ title, topics: [topic], picture }: Article, site: Site): string {
  return JSON.stringify([siteCardFacts(site), title, topic.name, picture && pictureFacts(picture)]);
}

/** Names all that is to be seen on the publication's card. */
export function siteCardFacts({ name, tagline, dir, lang, digits, look, logo }: Site): string {
  return JSON.stringify([name, tagline, dir, lang, digits, look?.colors, logo]);
}

function colorsOf(site: Site): Card['colors'] {
  return inMode(paletteOf(site), 'light');
}

function pictureFacts(picture: Picture): unknown {
  if (picture.kind === 'image') return picture.image.name;
  return [picture.emphasise, picture.places.map(({ name, position, isCapital }) => [name, position, isCapital])];
}
