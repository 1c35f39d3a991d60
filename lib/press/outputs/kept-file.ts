import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../processes/make-folder.ts';
import { endings, type Quality } from '../page/compress.ts';
import { describeFile, type WrittenFile } from '../page/render-page.ts';
import type { OutputCache } from './output-cache.ts';

/** Identifies a file of the site with its compressed siblings. */
export type FileAction = { path: string; madeFrom: string; quality: Quality };

const nameOfAction = ({ path, madeFrom, quality }: FileAction): string => JSON.stringify([path, madeFrom, quality]);

/** Takes a file from the cache, with its compressed siblings, into a folder; `undefined` if it must be made. */
export async function takeFile(
  outputs: OutputCache,
  dir: string,
  action: FileAction,
): Promise<WrittenFile | undefined> {
  const found = await outputs.take('file', nameOfAction(action));
  const plain = found?.get('plain');
  if (!found || !plain) return undefined;
  const file = join(dir, action.path);
  makeFolder(dirname(file));
  writeFileSync(file, plain);
  const encodings = (['br', 'gzip'] as const).flatMap((name) => {
    const bytes = found.get(name);
    if (!bytes) return [];
    writeFileSync(file + endings[name], bytes);
    return [{ name, bytes: Buffer.from(bytes) }];
  });
  return describeFile(action.path, Buffer.from(plain), encodings, action.quality);
}

/** Keeps a written file in the cache, with its compressed siblings. */
export async function keepFile(
  outputs: OutputCache,
  dir: string,
  action: FileAction,
  { encodings }: Pick<WrittenFile, 'encodings'>,
): Promise<void> {
  const file = join(dir, action.path);
  const names = (['br', 'gzip'] as const).filter((name) => encodings[name]);
  const files = new Map<string, Uint8Array>([['plain', readFileSync(file)]]);
  for (const name of names) files.set(name, readFileSync(file + endings[name]));
  await outputs.keep('file', nameOfAction(action), files);
}
