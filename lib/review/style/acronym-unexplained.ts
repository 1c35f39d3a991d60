import type { Prose } from '../text/prose.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Acronyms that every reader knows. */
export const commonAcronyms: readonly string[] = [
  ...['AI', 'AIDS', 'AM', 'BBC', 'CD', 'CEO', 'CIA', 'CNN', 'COVID', 'DIY', 'DNA', 'DVD', 'EU', 'FAQ', 'FBI', 'FIFA'],
  ...['GDP', 'GMT', 'GPS', 'HIV', 'ID', 'IT', 'MP', 'NASA', 'NATO', 'NGO', 'OK', 'PC', 'PDF', 'PM', 'PR', 'RSS', 'SMS'],
  ...['SOS', 'TV', 'UAE', 'UFO', 'UK', 'UN', 'UNESCO', 'UNICEF', 'URL', 'US', 'USA', 'USB', 'UTC', 'VAT', 'VIP'],
];

/** Two to six capitals, perhaps with a plural s; not part of a name such as AK-47 or of an address. */
const acronym = /(?<![\p{L}\p{N}_.@#/&-])([A-Z]{2,6})(?=s?(?![\p{L}\p{N}_@/]|-\d))/gu;

/** Reports acronyms that neither the article nor the glossary explains, once each in an article. */
export const acronymUnexplained: TextCheck = () => (_tree, file) => {
  const { kind, prose, names, explained } = settingsOf(file);
  if (kind !== 'lead' && kind !== 'section') return;
  for (const { block, text, placeAt } of prose) {
    if (!block || isShouted(text)) continue;
    for (const { 1: word = '', index } of text.matchAll(acronym)) {
      const isNumeral = /^[IVX]+$/.test(word);
      if (isNumeral || explained.has(word) || commonAcronyms.includes(word) || isNamed(word, names.all)) continue;
      explained.add(word);
      const message = `"${word}" is not explained. Write it out once, as in Full Name (${word}), or make it a name or an alias in the glossary.`;
      leave(file, 'acronym-unexplained', placeAt(index), message);
    }
  }
};

/** The acronyms that texts explain, as in `Full Name (FN)` or `FN (Full Name)`. */
export function explainedIn(prose: readonly Prose[]): string[] {
  return prose.flatMap(({ text }) => [
    ...[...text.matchAll(/\(([^()]+)\)/g)].flatMap(({ 1: inside = '', index }) =>
      /\p{L}/u.test(text.slice(0, index)) ? (inside.match(acronym) ?? []) : [],
    ),
    ...[...text.matchAll(/([A-Z]{2,6})s? \(\p{L}[^()]{4,}\)/gu)].flatMap(({ 1: word }) => word ?? []),
  ]);
}

/** A name in the glossary, even if a dateline has it in capitals. */
function isNamed(word: string, names: ReadonlySet<string>): boolean {
  return names.has(word) || [...names].some((name) => name.toUpperCase() === word);
}

/** A line that is all capitals has no acronyms. */
function isShouted(text: string): boolean {
  return text.includes(' ') && !/\p{Ll}/u.test(text);
}
