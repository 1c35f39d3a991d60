import type { z } from 'zod';
import type { Report } from '../../model/problem.ts';
import { openFile, type ReadFile } from '../files/read-file.ts';
import type { ContentFolder } from '../files/source-file.ts';
import { validate } from '../files/validate.ts';
import { withoutOriginalKeys } from './original-keys.ts';

/**
 * Reads a translation and checks its front matter. Keys that belong to the original alone are reported as such.
 *
 * @param originalSchema What the front matter of the original may have.
 * @returns `undefined` after reporting why the file cannot be taken apart.
 */
export function readTranslation<Schema extends z.ZodType>(
  folder: ContentFolder,
  path: string,
  schema: Schema,
  originalSchema: z.ZodType,
  report: Report,
): ReadFile<z.output<Schema>> | undefined {
  const opened = openFile(folder, path, report);
  if (!opened) return undefined;
  const { frontMatter } = opened;
  const own = withoutOriginalKeys(schema, originalSchema, frontMatter, report);
  const data = validate(schema, own, report);
  return { ...opened, data: own === frontMatter ? data : undefined };
}
