import type { z } from 'zod';
import type { Report } from '../../model/problem.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type ContentFolder, readSource } from './source-file.ts';
import { excessOf, textBounds } from './text-bounds.ts';
import { validate } from './validate.ts';

/** A file with front matter; it has `data` if the front matter is valid. */
export type ReadFile<Data> = { data: Data | undefined; frontMatter: FrontMatter };

/**
 * Reads a Markdown file and checks its front matter; `undefined` after reporting why it cannot be split, or that its text
 * is too much for a parser.
 *
 * @param timeZone The site's, for advice on dates.
 * @param bounds The most that the text may have.
 */
export function readFile<Schema extends z.ZodType>(
  folder: ContentFolder,
  path: string,
  schema: Schema,
  report: Report,
  timeZone?: string,
  bounds = textBounds,
): ReadFile<z.output<Schema>> | undefined {
  const frontMatter = openFile(folder, path, report, bounds);
  return frontMatter && { data: validate(schema, frontMatter, report, timeZone), frontMatter };
}

/** Takes a file apart; `undefined` after reporting why it cannot be, or that its text is too much for a parser. */
export function openFile(
  folder: ContentFolder,
  path: string,
  report: Report,
  bounds = textBounds,
): FrontMatter | undefined {
  const source = readSource(folder, path, report);
  const frontMatter = source && readFrontMatter(source, report);
  const excess = frontMatter && excessOf(frontMatter.body, bounds);
  if (!excess) return frontMatter;
  const line = frontMatter.bodyLine + excess.line - 1;
  report({ file: frontMatter.file, ...excess, line });
  return undefined;
}
