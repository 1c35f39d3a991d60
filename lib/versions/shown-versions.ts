import type { Words } from '../languages/words.ts';
import { type DateStyle, showInstant } from '../model/dates.ts';
import type { Version } from '../model/model.ts';
import type { Part } from '../model/recorded-part.ts';
import { escapedMarkdown } from './canonical-markdown.ts';
import { type ComparedPart, compareVersions, type Piece } from './compare.ts';
import { aligned } from './recorded-facts.ts';
import { isSection, sectionOf } from './version-body.ts';

/** How dates and kinds are written for readers. */
type Ways = { dateStyle: DateStyle; words: Pick<Words, 'kinds' | 'labels'> };

/** Each version, oldest first, with the number of added and removed words; the first has none. */
export function listedVersions(
  record: readonly Version[],
  ways: Ways,
): { version: Version; changed: { added: number; removed: number } | undefined }[] {
  return record.map((version, index) => {
    if (index === 0) return { version, changed: undefined };
    const parts = comparedVersion(record, version.number, ways);
    const sum = (key: 'added' | 'removed') => parts.reduce((total, part) => total + part[key], 0);
    return { version, changed: { added: sum('added'), removed: sum('removed') } };
  });
}

/** A version's text compared with the previous one; nothing is marked in the first. */
export function comparedVersion(record: readonly Version[], number: number, ways: Ways): ComparedPart[] {
  const [before, version] = [record[number - 2], record[number - 1]];
  if (!version) return [];
  const reasons = [...(before?.redactions ?? []), ...version.redactions].map(({ reason }) => reason);
  const [old, current] = [before?.parts ?? version.parts, version.parts];
  const shown = (parts: readonly Part[]) => parts.map((part) => forReaders(part, ways));
  return compareVersions(shown(aligned(old, current)), shown(current), ways.dateStyle.lang, reasons);
}

/** A part in which machine-readable values are formatted as on pages. */
function forReaders({ name, markdown }: Part, { dateStyle, words }: Ways): Part {
  const kind = Object.entries(words.kinds).find(([id]) => name === 'kind' && id === markdown)?.[1];
  const label = name === 'satire' ? words.labels.satire : undefined;
  const instant = name === 'published' ? Date.parse(markdown) : Number.NaN;
  const text = kind ?? label ?? (Number.isNaN(instant) ? undefined : showInstant(instant, dateStyle).text);
  return { name, markdown: text === undefined ? markdown : escapedMarkdown(text) };
}

/** The name of a part of a recorded text: for a section its title then, or its last one if it is gone. */
export function partTitle({ name, title }: ComparedPart, words: Pick<Words, 'parts'>): string {
  if (!isSection(name)) return words.parts[name];
  const text = (left: Piece['kind']) => title.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('');
  return text('removed') || text('added') || (sectionOf(name) ?? '');
}
