import { arabic } from './arabic.ts';
import { english } from './english.ts';
import type { Words } from './words.ts';

/** The languages that the interface speaks, by the first part of their tags. */
const languages: Record<string, Words> = { en: english, ar: arabic };

/** The tags of the languages that the interface speaks. */
export const knownLanguages: readonly string[] = Object.keys(languages);

/** The interface's words for a language tag such as `en-GB`, or `undefined` where it does not speak the language. */
export function findWords(tag: string): Words | undefined {
  return languages[new Intl.Locale(tag).language];
}

/**
 * The interface's words for a language that the loader has accepted.
 *
 * @throws RangeError for any other.
 */
export function wordsFor(tag: string): Words {
  const words = findWords(tag);
  if (!words) throw new RangeError(`The interface has no words for "${tag}".`);
  return words;
}
