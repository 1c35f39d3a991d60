import { join } from 'node:path';
import { freeId, isPageId } from '../../markdown/page-ids.ts';
import type { Report } from '../../model/problem.ts';
import { reportNotContent } from '../files/not-content.ts';
import { idPattern } from '../files/schema.ts';
import { slugify } from '../files/slugify.ts';
import { type Edition, nameIn, originalName } from '../translations/edition.ts';
import { isPictureFile } from './find-picture.ts';
import type { ParsedText } from './read-markdown.ts';

/** A file in an article's folder whose name is that of a section. */
export type SectionFile = { id: string; order: number; name: string };

/**
 * The section files of an article in order; other files are reported, except pictures.
 *
 * @param entries What the edition reads of the folder.
 */
export function sectionFiles(
  dir: string,
  entries: readonly { name: string; isFolder: boolean }[],
  edition: Edition,
  report: Report,
): SectionFile[] {
  const files: SectionFile[] = [];
  for (const { name, isFolder } of entries) {
    const belongs = name === nameIn(edition, 'index.md') || (isFolder && name === 'versions');
    if (belongs || (!isFolder && isPictureFile(name))) continue;
    const at = { file: join(dir, name), line: 1, column: 1 };
    const [, order, id] = /^(\d+)-(.+)\.md$/.exec(originalName(edition, name) ?? '') ?? [];
    if (isFolder || order === undefined || id === undefined || !idPattern.test(id)) {
      const message = isFolder
        ? `"${name}" is a folder, and nothing in it is read. Move its files beside index.md.`
        : `"${name}" is not part of an article. ${nameFor(name, edition)}`;
      reportNotContent(dir, { name, isFolder }, message, report);
      continue;
    }
    const twin = files.find((other) => other.order === Number(order));
    if (twin) {
      const message = `Two sections have the number ${Number(order)}: ${twin.name} and ${name}. Give each its own.`;
      report({ ...at, code: 'section-number-twice', message });
    }
    files.push({ id, order: Number(order), name });
  }
  return files.sort((a, b) => a.order - b.order);
}

/** The name that a file was most likely meant to have, if any. */
function nameFor(written: string, edition: Edition): string {
  const name = originalName(edition, written) ?? written;
  const called = (original: string) => nameIn(edition, original);
  if (name.toLowerCase() === 'index.md') return `Name it ${called('index.md')}, in lower case.`;
  const [, number, rest] = /^(\d+)[^\p{L}\p{N}]+(.+)\.md$/iu.exec(name) ?? [];
  if (number !== undefined && rest !== undefined) return `Name it ${called(`${number}-${slugify(rest)}.md`)}.`;
  return `Name a section ${called('<number>-<id>.md')}, as in ${called('1-border-security.md')}.`;
}

/** Reports ids and former ids that two sections share, or that the page uses itself. */
export function checkSectionIds(
  sections: readonly { id: string; aliases: readonly string[]; text: ParsedText }[],
  report: Report,
): void {
  const seen = new Map<string, string>();
  for (const { id, aliases, text } of sections) {
    for (const name of [id, ...aliases]) {
      const at = { file: text.file, line: 1, column: 1 };
      const twin = seen.get(name);
      if (twin !== undefined) {
        const where = twin === text.file ? 'this file twice, as id or alias' : twin;
        const message = `The section id "${name}" is also in ${where}. Rename one of the files, or remove the alias.`;
        report({ ...at, code: 'section-id-twice', message });
      } else if (isPageId(name)) {
        const message = `The page itself uses the id "${name}". Choose another, such as ${freeId(name)}.`;
        report({ ...at, code: 'section-id-reserved', message });
      }
      seen.set(name, text.file);
    }
  }
}
