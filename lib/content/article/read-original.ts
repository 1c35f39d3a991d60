import { join } from 'node:path';
import type { z } from 'zod';
import type { Version } from '../../model/model.ts';
import { isError, type Problem, type Report } from '../../model/problem.ts';
import { withCurrentIds } from '../../versions/current-ids.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { readFile } from '../files/read-file.ts';
import { articleSchema, sectionSchema } from '../files/schema.ts';
import type { ContentFolder } from '../files/source-file.ts';
import { entriesIn } from '../translations/edition.ts';
import { sectionFiles } from './article-sections.ts';
import { readVersions } from './article-versions.ts';
import type { LoadedSite } from './loaded-site.ts';

/** What a translation needs of its original. */
export type Original = {
  /** `undefined` if the original is at fault. */
  data: z.output<typeof articleSchema> | undefined;
  frontMatter: FrontMatter | undefined;
  sections: { id: string; order: number; aliases: readonly string[] }[];
  /** The record of the original, with the ids of today. */
  record: Version[];
  /** The same as it is written. */
  written: Version[];
  /** Errors of the original: with them, no translation can be shown. */
  errors: Problem[];
};

/**
 * Reads the original of a translation, as far as translations depend on it.
 *
 * @param path The article's folder, relative to the content folder.
 * @param entries The entries of the folder.
 */
export function readOriginal(
  folder: ContentFolder,
  path: string,
  entries: readonly { name: string; isFolder: boolean }[],
  { languages: [lang = '', ...others], timeZone }: LoadedSite,
  formerAuthors: ReadonlyMap<string, string>,
): Original {
  const edition = { lang, languages: [lang, ...others] };
  const errors: Problem[] = [];
  const ignore: Report = () => {};
  const report: Report = (problem) => {
    if (isError(problem)) errors.push(problem);
  };
  const dir = join(folder.dir, path);
  const index = readFile(folder, join(path, 'index.md'), articleSchema, report, timeZone);
  const sections = sectionFiles(dir, entriesIn(edition, dir, entries, ignore), edition, ignore).map(
    ({ id, order, name }) => {
      const aliases = readFile(folder, join(path, name), sectionSchema, ignore)?.data?.aliases ?? [];
      return { id, order, aliases };
    },
  );
  const written = entries.some(({ name }) => name === 'versions') ? readVersions(folder, path, edition, ignore) : [];
  const record = written.map((version) => ({
    ...version,
    parts: withCurrentIds(version.parts, sections, formerAuthors),
  }));
  return { data: index?.data, frontMatter: index?.frontMatter, sections, record, written, errors };
}
