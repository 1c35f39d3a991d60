import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a folder and missing folders above it, one at a time. Node's own recursive way reports a read-only disk as a missing
 * folder, and never returns on a file system such as /proc.
 *
 * @returns The highest folder that was made, as an absolute path; `undefined` if all existed.
 * @throws Error of the file system, with the code of what stopped it.
 */
export function makeFolder(dir: string): string | undefined {
  const folder = resolve(dir);
  const fault = tryFolder(folder);
  if (fault === undefined) return folder;
  if (fault.code === 'EEXIST' && statSync(folder).isDirectory()) return undefined;
  if (fault.code !== 'ENOENT' || dirname(folder) === folder) throw fault;
  const first = makeFolder(dirname(folder));
  const second = tryFolder(folder);
  // Another process may have made it in the meantime.
  if (second && second.code !== 'EEXIST') throw second;
  return first ?? folder;
}

function tryFolder(folder: string): NodeJS.ErrnoException | undefined {
  try {
    mkdirSync(folder);
    return undefined;
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
}
