import { findWords } from './languages.ts';

/** A part of a list as `Intl.ListFormat` has it: a name, or what is between two. */
type ListPart = { type: 'element' | 'literal'; value: string };

/**
 * Names as the language joins a list, in parts.
 *
 * Where CLDR repeats the conjunction between all names, as in Arabic, only the last is joined by it, and the others by the
 * comma of the language, as newspapers do.
 */
export function joinedParts(names: readonly string[], locale: string): ListPart[] {
  const parts = new Intl.ListFormat(locale).formatToParts(names);
  const last = parts.findLastIndex(({ type }) => type === 'literal');
  const conjunction = parts[last]?.value;
  const comma = findWords(locale)?.comma;
  return parts.map((part, index) => {
    const isRepeated = part.type === 'literal' && part.value === conjunction && index < last;
    return isRepeated && comma !== undefined ? { ...part, value: comma } : part;
  });
}

/** Names as the language joins a list. */
export function joinNames(names: readonly string[], locale: string): string {
  return joinedParts(names, locale)
    .map(({ value }) => value)
    .join('');
}
