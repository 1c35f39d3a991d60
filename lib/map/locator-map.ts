import { formattingLocale } from '../model/formatting-locale.ts';
import type { Picture, Site } from '../model/model.ts';
import { loadAtlas } from './atlas.ts';
import { drawMap, type LocatorMap } from './draw-map.ts';

/** How many drawn maps are remembered. */
const mostKept = 100;

const drawn = new Map<string, LocatorMap>();

/**
 * The map of an article's picture, `undefined` where its picture is none.
 *
 * One map is drawn once in a process: a resident build renders an article again and again.
 */
export function mapOf(
  picture: Picture | undefined,
  site: Pick<Site, 'lang' | 'digits' | 'dir'>,
): LocatorMap | undefined {
  if (picture?.kind !== 'map') return undefined;
  const places = picture.places.flatMap(({ name, isCapital, position }) => {
    return position ? { name, isCapital, ...position } : [];
  });
  const wish = { places, emphasise: picture.emphasise, lang: formattingLocale(site), dir: site.dir };
  const key = JSON.stringify(wish);
  const known = drawn.get(key);
  if (known) return known;
  const [oldest] = drawn.keys();
  if (oldest !== undefined && drawn.size >= mostKept) drawn.delete(oldest);
  const made = drawMap(loadAtlas(), wish);
  drawn.set(key, made);
  return made;
}
