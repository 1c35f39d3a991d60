import { transliterate } from 'transliteration';

/** The most characters of a proposed id, so that an address fits on one line; words past it are left out. */
const longest = 60;

/**
 * The id that a title suggests: its words in Latin letters, joined by hyphens.
 *
 * @returns An id, or `undefined` if nothing in the title can be written in Latin letters.
 */
export function proposedId(title: string): string | undefined {
  const words = transliterate(title)
    .toLowerCase()
    .replace(/['’`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let id = words.shift()?.slice(0, longest);
  for (const word of words) {
    if (id === undefined || id.length + 1 + word.length > longest) break;
    id += `-${word}`;
  }
  return id;
}
