import type { z } from 'zod';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import { type ContentFolder, readSource } from './source-file.ts';
import { validate } from './validate.ts';

/** A file whose front matter fits its schema. */
export type ReadFile<Data> = { data: Data; frontMatter: FrontMatter };

/** Reads a Markdown file and checks its front matter; `undefined` after reporting what is wrong with it. */
export function readFile<Schema extends z.ZodType>(
  folder: ContentFolder,
  path: string,
  schema: Schema,
  report: Report,
): ReadFile<z.output<Schema>> | undefined {
  const source = readSource(folder, path, report);
  const frontMatter = source && readFrontMatter(source, report);
  if (!frontMatter) return undefined;
  const data = validate(schema, frontMatter, report);
  return data === undefined ? undefined : { data, frontMatter };
}
