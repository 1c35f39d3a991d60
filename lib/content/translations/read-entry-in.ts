import type { z } from 'zod';
import type { Report } from '../../model/problem.ts';
import { type ReadFile, readFile } from '../files/read-file.ts';
import type { ContentFolder } from '../files/source-file.ts';
import { translationName } from './file-language.ts';
import { readTranslation } from './read-translation.ts';

/**
 * Reads an author, a topic, an entry of the glossary or a page in another language: its texts are those of the translation,
 * and all else is of its original.
 *
 * @param path The original, relative to the content folder.
 * @returns What {@link readFile} does; without data also if the original is at fault, which is reported where it is read.
 */
export function readEntryIn<Schema extends z.ZodObject>(
  folder: ContentFolder,
  path: string,
  lang: string,
  { schema, translationSchema }: { schema: Schema; translationSchema: z.ZodObject },
  report: Report,
): ReadFile<z.output<Schema>> | undefined {
  const translation = readTranslation(folder, translationName(path, lang), translationSchema, schema, report);
  const original = readFile(folder, path, schema, () => {});
  if (!translation) return undefined;
  const { data } = translation;
  if (!data || !original?.data) return { ...translation, data: undefined };
  const texts = Object.keys(translationSchema.shape);
  const facts = Object.entries(original.data).filter(([key]) => !texts.includes(key));
  return { ...translation, data: schema.safeParse({ ...Object.fromEntries(facts), ...data }).data };
}
