import type { LocatorMap } from '../map/draw-map.ts';
import { mapOf } from '../map/locator-map.ts';
import { type SmallMap, smallMapOf } from '../map/small-map.ts';
import type { Picture, Site } from '../model/model.ts';
import { listLayout } from './list-layout.ts';

/** The maps of a list: the large one of its lead, and those above a text, by slug. */
export type ListMaps = { lead: LocatorMap | undefined; small: ReadonlyMap<string, SmallMap> };

/** The maps of a list without a lead: none, since a map beside a text would be too small. */
export const noMaps: ListMaps = { lead: undefined, small: new Map() };

/** Draws the maps of a list whose first article is the lead. */
export function listMaps(
  articles: readonly { slug: string; picture: Picture | undefined }[],
  site: Pick<Site, 'lang' | 'digits' | 'dir'>,
): ListMaps {
  const places = listLayout(
    articles.map(({ picture }) => picture !== undefined),
    true,
  );
  const small = articles.flatMap(({ slug, picture }, index): [string, SmallMap][] =>
    picture?.kind === 'map' && places[index]?.size === 'second' ? [[slug, smallMapOf(picture, site)]] : [],
  );
  const lead = places[0]?.size === 'lead' ? mapOf(articles[0]?.picture, site) : undefined;
  return { lead, small: new Map(small) };
}
