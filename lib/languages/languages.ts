import { inArabic } from './arabic.ts';
import { inEnglish } from './english.ts';
import type { Words, WriteNumber } from './words.ts';

/** The languages of the interface, by the first part of their tags. */
const languages: Record<string, (write: WriteNumber) => Words> = { en: inEnglish, ar: inArabic };

const known = new Map<string, Words>();

/** The tags of the languages of the interface. */
export const knownLanguages: readonly string[] = Object.keys(languages);

/**
 * The interface's words for a language tag such as `en-GB`, with numbers in the digits of the tag, or `undefined` if
 * the language is not supported.
 */
export function findWords(tag: string): Words | undefined {
  const found = known.get(tag);
  if (found) return found;
  const language = languages[new Intl.Locale(tag).language];
  if (!language) return undefined;
  const numbers = new Intl.NumberFormat(tag, { useGrouping: false });
  const words = language((number) => numbers.format(number));
  known.set(tag, words);
  return words;
}

/**
 * The interface's words for a supported language.
 *
 * @throws RangeError for any other.
 */
export function wordsFor(tag: string): Words {
  const words = findWords(tag);
  if (!words) throw new RangeError(`The interface has no words for "${tag}".`);
  return words;
}
