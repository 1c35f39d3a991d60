import type { Version } from '../content/model.ts';
import type { Words } from '../languages/words.ts';
import { type ComparedPart, compareVersions, type Piece } from '../record/compare.ts';
import { isSection, sectionOf } from '../record/version-body.ts';

/** Each version, oldest first, with how many words it has more and fewer than the one before; the first has no figures. */
export function listedVersions(
  record: readonly Version[],
  lang: string,
): { version: Version; changed: { added: number; removed: number } | undefined }[] {
  return record.map((version, index) => {
    if (index === 0) return { version, changed: undefined };
    const parts = comparedVersion(record, version.number, lang);
    const sum = (key: 'added' | 'removed') => parts.reduce((total, part) => total + part[key], 0);
    return { version, changed: { added: sum('added'), removed: sum('removed') } };
  });
}

/** A version's text beside that of the version before; nothing is marked in the first. */
export function comparedVersion(record: readonly Version[], number: number, lang: string): ComparedPart[] {
  const [before, version] = [record[number - 2], record[number - 1]];
  if (!version) return [];
  const reasons = [...(before?.redactions ?? []), ...version.redactions].map(({ reason }) => reason);
  return compareVersions(before?.parts ?? version.parts, version.parts, lang, reasons);
}

/** What a part of a recorded text is called: a section by its title then, or by its last one if it is gone. */
export function partTitle({ name, title }: ComparedPart, words: Pick<Words, 'parts'>): string {
  if (!isSection(name)) return words.parts[name];
  const text = (left: Piece['kind']) => title.flatMap(({ kind, text }) => (kind === left ? [] : text)).join('');
  return text('removed') || text('added') || (sectionOf(name) ?? '');
}
