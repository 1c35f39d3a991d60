import type { z } from 'zod';
import { type Measure, measure } from '../../markdown/measure.ts';
import type { Report } from '../../model/problem.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type ContentFolder, readSource } from './source-file.ts';
import { excessOf, textBounds } from './text-bounds.ts';
import { validate } from './validate.ts';

/** A file with front matter; `data` is there if it fits its schema, and `measure` is that of its text. */
export type ReadFile<Data> = { data: Data | undefined; frontMatter: FrontMatter; measure: Measure };

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
  const opened = openFile(folder, path, report, bounds);
  return opened && { ...opened, data: validate(schema, opened.frontMatter, report, timeZone) };
}

/** Splits a file; `undefined` after reporting why it cannot be split, or that its text is too much for a parser. */
export function openFile(
  folder: ContentFolder,
  path: string,
  report: Report,
  bounds = textBounds,
): Omit<ReadFile<never>, 'data'> | undefined {
  const source = readSource(folder, path, report);
  const frontMatter = source && readFrontMatter(source, report);
  if (!frontMatter) return undefined;
  const measured = measure(frontMatter.body);
  const excess = excessOf(measured, bounds);
  if (excess) {
    const line = frontMatter.bodyLine + excess.line - 1;
    report({ file: frontMatter.file, ...excess, line });
    return undefined;
  }
  return { frontMatter, measure: measured };
}
