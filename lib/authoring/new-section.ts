import { globSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SectionFile, sectionFiles } from '../content/article/article-sections.ts';
import { readFile } from '../content/files/read-file.ts';
import { sectionSchema } from '../content/files/schema.ts';
import { listFolder } from '../content/files/source-file.ts';
import { entriesIn } from '../content/translations/edition.ts';
import { translationName } from '../content/translations/file-language.ts';
import { freeId, isPageId } from '../markdown/page-ids.ts';
import { AuthoringError } from './authoring-error.ts';
import { frontMatterTemplate } from './front-matter-template.ts';
import { openContent, readArticle } from './load-article.ts';

/** The section to add: `at` is its place among the sections, counted from 1; by default it comes last. */
export type NewSection = { slug: string; title: string; id: string; at?: number | undefined };

/** A file that is renumbered. */
type Renaming = { from: string; to: string };

/** The new file, and the files of other sections that were renumbered. */
export type MadeSection = { file: string; renamed: Renaming[] };

/**
 * Adds a section to an article. The sections after it are renumbered if there is no room; ids stay the same.
 *
 * The last file is renamed first: after every step the numbers are unique and in the same order, so an interrupted run
 * leaves a valid article.
 *
 * @throws AuthoringError if there is no such article or place, the id is taken, or a link names a file that would get
 *   another number; ContentError if the article has problems.
 */
export function newSection(content: string, { slug, title, id, at }: NewSection): MadeSection {
  const { site } = readArticle(content, slug);
  const ignore = () => {};
  const folder = openContent(content);
  const path = join('articles', slug);
  const dir = join(content, path);
  const entries = listFolder(folder, path, ignore);
  const files = sectionFiles(dir, entriesIn(site, dir, entries, ignore), site, ignore);
  const owner = files.find(
    (one) => one.id === id || readFile(folder, join(path, one.name), sectionSchema, ignore)?.data?.aliases.includes(id),
  );
  if (owner) throw new AuthoringError(`${join(dir, owner.name)} already has the id "${id}". Choose another with --id.`);
  if (isPageId(id)) {
    throw new AuthoringError(`The page itself uses the id "${id}". Choose another, such as --id ${freeId(id)}.`);
  }
  const place = at ?? files.length + 1;
  if (place < 1 || place > files.length + 1) {
    throw new AuthoringError(`${slug} has no place ${place} for a section. --at takes 1 to ${files.length + 1}.`);
  }
  const { number, renamed: originals } = makeRoom(files, place);
  const renamed = originals.flatMap((one) => [one, ...translationsOf(one, site.languages, entries)]);
  for (const { from } of renamed) refuseLinks(content, from);

  for (const { from, to } of renamed) renameSync(join(dir, from), join(dir, to));
  const file = join(dir, `${number}-${id}.md`);
  const unfinished = join(dir, `.${number}-${id}.md.${process.pid}`);
  try {
    writeFileSync(unfinished, frontMatterTemplate(sectionSchema, { title }, '<!-- The text of the section -->'));
    linkSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { file, renamed };
}

/** The number of a section at a place, and which files have to be renamed for it, in the order in which to do so. */
function makeRoom(files: readonly SectionFile[], place: number): { number: number; renamed: Renaming[] } {
  const before = files[place - 2];
  const after = files.slice(place - 1);
  const number = Math.min((before?.order ?? 0) + 1, after[0]?.order ?? Number.POSITIVE_INFINITY);
  const renamed: Renaming[] = [];
  let free = number;
  for (const { name, order, id } of after) {
    if (order > free) break;
    free = order + 1;
    const digits = name.indexOf('-');
    renamed.unshift({ from: name, to: `${String(free).padStart(digits, '0')}-${id}.md` });
  }
  return { number, renamed };
}

/** The translations of a section's file, which get its number too. */
function translationsOf(
  { from, to }: Renaming,
  [, ...others]: readonly string[],
  entries: readonly { name: string }[],
): Renaming[] {
  return others
    .map((language) => ({ from: translationName(from, language), to: translationName(to, language) }))
    .filter((renaming) => entries.some(({ name }) => name === renaming.from));
}

/** Refuses to rename a section's file that some text may link to by its name. */
function refuseLinks(content: string, name: string): void {
  const link = new RegExp(`(?:^|[(</\\s])${RegExp.escape(name)}`, 'm');
  for (const path of globSync('**/*.md', { cwd: content, exclude: ['**/versions/**'] })) {
    const file = join(content, path);
    const found = link.exec(readFileSync(file, 'utf8'));
    if (!found) continue;
    const line = found.input.slice(0, found.index + 1).split('\n').length;
    const id = name.slice(name.indexOf('-') + 1, name.indexOf('.'));
    throw new AuthoringError(
      `${file}:${line} names ${name}, which would be renumbered. Make the link lead to #${id} instead, and try again.`,
    );
  }
}
