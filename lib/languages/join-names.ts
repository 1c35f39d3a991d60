import { findWords } from './languages.ts';

/** A part of a list from `Intl.ListFormat`: a name, or what is between two. */
type ListPart = { type: 'element' | 'literal'; value: string };

/** Making one takes much longer than using it. */
const formats = new Map<string, Intl.ListFormat>();

/**
 * The parts of a list of names in a language.
 *
 * If CLDR repeats the conjunction between all names, as in Arabic, only the last name gets it, and the others a comma, as
 * in newspapers.
 */
export function joinedParts(names: readonly string[], locale: string): ListPart[] {
  const format = formats.getOrInsertComputed(locale, () => new Intl.ListFormat(locale));
  const parts = format.formatToParts(names);
  const last = parts.findLastIndex(({ type }) => type === 'literal');
  const conjunction = parts[last]?.value;
  const comma = findWords(locale)?.comma;
  return parts.map((part, index) => {
    const isRepeated = part.type === 'literal' && part.value === conjunction && index < last;
    return isRepeated && comma !== undefined ? { ...part, value: comma } : part;
  });
}

/** A list of names in a language, as text. */
export function joinNames(names: readonly string[], locale: string): string {
  return joinedParts(names, locale)
    .map(({ value }) => value)
    .join('');
}
