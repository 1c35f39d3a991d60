import { joinNames } from '../languages/join-names.ts';
import type { Words } from '../languages/words.ts';
import type { LocatorMap } from './draw-map.ts';

/** What a map shows, in sentences for people who cannot see it: every place, what is emphasised, other countries. */
export function describeMap(
  { places, home, neighbours }: Pick<LocatorMap, 'places' | 'home' | 'neighbours'>,
  lang: string,
  words: Words['map'],
): string {
  return [
    words.places(joinNames(places, lang)),
    ...(home.length === 1 ? [words.home(joinNames(home, lang))] : []),
    ...(home.length > 1 ? [words.border(joinNames(home, lang))] : []),
    ...(neighbours.length > 0 ? [words.countries(joinNames(neighbours, lang))] : []),
  ].join(' ');
}
