import type { Version } from '../content/model.ts';
import type { Words } from '../languages/words.ts';
import { type ComparedPart, compareVersions } from '../record/compare.ts';
import { plainWords } from '../record/plain-words.ts';
import type { PartName } from '../record/recorded-text.ts';
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
  const parts = record[number - 1]?.parts ?? [];
  return compareVersions(record[number - 2]?.parts ?? parts, parts, lang);
}

/** What a part of a recorded text is called: a section by its title then, and by its id where it was gone already. */
export function partTitle(name: PartName, { parts }: Version, words: Words): string {
  if (!isSection(name)) return words.parts[name];
  const [title] = plainWords(parts.find((part) => part.name === name)?.markdown ?? '').split('\n');
  return title || (sectionOf(name) ?? '');
}
