import type { Words } from '../languages/words.ts';
import type { LocatorMap } from './draw-map.ts';

/** What a map shows, in sentences for those who cannot see it: every place, what is emphasised, other countries. */
export function describeMap(
  { places, home, neighbours }: Pick<LocatorMap, 'places' | 'home' | 'neighbours'>,
  lang: string,
  words: Words['map'],
): string {
  const list = new Intl.ListFormat(lang);
  return [
    words.places(list.format(places)),
    ...(home.length === 1 ? [words.home(list.format(home))] : []),
    ...(home.length > 1 ? [words.border(list.format(home))] : []),
    ...(neighbours.length > 0 ? [words.countries(list.format(neighbours))] : []),
  ].join(' ');
}
