import { mapWishOf } from '../map/locator-map.ts';
import type { Site, Teaser } from '../model/model.ts';
import type { Card } from './draw-card.ts';

/** The card of an article: its headline, its main topic, and beside them its map or its lead picture. */
export function articleCard({ title, topics: [topic], picture }: ShownOnCard, site: CardSite): Card {
  const { name, dir } = site;
  const beside = picture?.kind === 'image' ? { image: picture.image.name } : mapWishOf(picture, site);
  return { name, kicker: topic.name, text: title, dir, beside };
}

/** The card of the publication, for all pages that are no article. */
export function siteCard({ name, tagline, dir }: CardSite): Card {
  return { name, kicker: undefined, text: tagline, dir, beside: undefined };
}

/** What a card shows of an article, and of the site. */
type ShownOnCard = Pick<Teaser, 'title' | 'topics' | 'picture'>;
type CardSite = Pick<Site, 'name' | 'tagline' | 'dir' | 'lang' | 'digits'>;
