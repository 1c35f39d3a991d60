import { basename } from 'node:path';
import type { z } from 'zod';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { keysAt } from '../files/zod-parts.ts';
import { fileLanguage } from './file-language.ts';

/**
 * The front matter of a translation without the keys that belong to its original alone, each of which is reported.
 *
 * @returns The same front matter if there are none.
 */
export function withoutOriginalKeys(
  schema: z.ZodType,
  originalSchema: z.ZodType,
  frontMatter: FrontMatter,
  report: Report,
): FrontMatter {
  const { file, placeOfKey } = frontMatter;
  const original = fileLanguage(basename(file))?.original ?? 'the original';
  let isWhole = true;
  const own = (group: unknown, path: readonly string[]): unknown => {
    const keys = keysAt(schema, path);
    if (keys.length === 0 || typeof group !== 'object' || group === null || Array.isArray(group)) return group;
    const originals = keysAt(originalSchema, path);
    const kept = Object.entries(group).flatMap(([key, value]) => {
      if (keys.includes(key) || !originals.includes(key)) return [[key, own(value, [...path, key])]];
      isWhole = false;
      const name = [...path, key].join('.');
      const message = `${name} is said once for all languages, in ${original}. Take it out here.`;
      report({ file, ...placeOfKey([...path, key]), code: 'key-of-original', message });
      return [];
    });
    return Object.fromEntries(kept);
  };
  const data = own(frontMatter.data, []);
  return isWhole ? frontMatter : { ...frontMatter, data };
}
