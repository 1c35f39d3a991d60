import { readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ContentFolder } from './source-file.ts';

/** Reads a regular file inside the content folder; `undefined` if there is none of this name. */
export function readBytes({ dir, realDir }: ContentFolder, name: string): { path: string; bytes: Buffer } | undefined {
  const path = join(dir, name);
  try {
    const real = realpathSync.native(path);
    const way = relative(realDir, real);
    if (way === '..' || way.startsWith(`..${sep}`) || !statSync(real).isFile()) return undefined;
    return { path, bytes: readFileSync(real) };
  } catch {
    return undefined;
  }
}
