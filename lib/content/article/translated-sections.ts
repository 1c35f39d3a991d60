import { join } from 'node:path';
import { nearest } from '../../model/did-you-mean.ts';
import type { Report } from '../../model/problem.ts';
import { sectionOf } from '../../versions/version-body.ts';
import type { SectionFile } from './article-sections.ts';
import type { Original } from './read-original.ts';

/** A section's file in another language, by the id that its original has now. */
export type TranslatedSection = SectionFile & { aliases: readonly string[] };

/**
 * The sections of a translation in the order of the original. Those that the original had in the version that was translated
 * and has no more are still shown, where they were.
 *
 * @param dir The folder of the article, as problems name it.
 * @param translates The version of the original that was translated.
 */
export function translatedSections(
  dir: string,
  files: readonly SectionFile[],
  { sections, written }: Pick<Original, 'sections' | 'written'>,
  translates: number | undefined,
  report: Report,
): TranslatedSection[] {
  const own = new Set(files.map(({ id }) => id));
  const then = written.find(({ number }) => number === translates)?.parts ?? [];
  const had = new Set(then.flatMap(({ name }) => sectionOf(name) ?? []));
  const renamed = new Set<string>();
  const found = files.flatMap((file): TranslatedSection[] => {
    const same = sections.find(({ id }) => id === file.id);
    if (same) return [{ ...file, order: same.order, aliases: same.aliases }];
    const now = sections.find(({ id, aliases }) => aliases.includes(file.id) && !own.has(id) && !renamed.has(id));
    if (now) {
      renamed.add(now.id);
      return [{ ...file, id: now.id, order: now.order, aliases: now.aliases }];
    }
    if (had.has(file.id)) return [{ ...file, aliases: [] }];
    const ids = sections.map(({ id }) => id);
    const guess = nearest(file.id, ids);
    const hint = guess === undefined ? `Its sections are ${ids.join(', ') || 'none'}.` : `Did you mean "${guess}"?`;
    const message = `The original has no section "${file.id}". ${hint} A section has the same id in every language.`;
    report({ file: join(dir, file.name), line: 1, column: 1, code: 'translation-alone', message });
    return [];
  });
  const shown = new Set(found.map(({ id }) => id));
  return found
    .map((file) => ({ ...file, aliases: file.aliases.filter((alias) => !shown.has(alias)) }))
    .sort((a, b) => a.order - b.order);
}
