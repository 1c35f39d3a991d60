import { formattingLocale } from '../model/formatting-locale.ts';
import type { Picture, Site } from '../model/model.ts';
import { loadAtlas } from './atlas.ts';
import { drawMap, type LocatorMap, type MapWish } from './draw-map.ts';
import { drawnOnce } from './drawn-once.ts';

/** What the map of an article's picture shows; `undefined` if the picture is not a map. */
export function mapWishOf(
  picture: Picture | undefined,
  site: Pick<Site, 'lang' | 'digits' | 'dir'>,
): MapWish | undefined {
  if (picture?.kind !== 'map') return undefined;
  const places = picture.places.flatMap(({ name, isCapital, position }) => {
    return position ? { name, isCapital, ...position } : [];
  });
  return { places, emphasise: picture.emphasise, lang: formattingLocale(site), dir: site.dir };
}

/** The map of an article's picture; `undefined` if the picture is not a map. */
export function mapOf(...shown: Parameters<typeof mapWishOf>): LocatorMap | undefined {
  const wish = mapWishOf(...shown);
  return wish && drawnMap(wish);
}

/** A map, drawn once: the page and the share image use the same one. */
export const drawnMap: (wish: MapWish) => LocatorMap = drawnOnce('locator', 100, (wish) => drawMap(loadAtlas(), wish));
