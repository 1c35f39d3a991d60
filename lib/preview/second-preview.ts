import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdIfFree } from '../processes/lock.ts';
import { makeFolder } from '../processes/make-folder.ts';

/**
 * Gives this process its own folder for Next's output if another preview of the project is running: Next allows only one
 * development server in a folder, and would end this process. `next.config.ts` reads the folder's name.
 *
 * Of previews that start at the same time one alone gets a folder: Next's own lock is there only after a while.
 */
export function useOwnFolder(root: string): void {
  const previews = '.next/previews';
  makeFolder(join(root, previews));
  const isOurs = (number: number) =>
    !isRunning(join(root, number === 1 ? '.next' : `${previews}/${number}`, 'dev/lock')) &&
    holdIfFree(join(root, previews, `${number}.lock`)) !== undefined;
  let number = 1;
  while (!isOurs(number)) number++;
  if (number === 1) return;
  const folder = `${previews}/${number}`;
  makeFolder(join(root, folder));
  // Next writes the names of its folders into the compiler's settings: keep those of the project unchanged.
  writeFileSync(join(root, `${folder}.tsconfig.json`), '{ "extends": "../../tsconfig.json", "include": [] }\n');
  process.env['STANDFIRST_PREVIEW_FOLDER'] = folder;
}

/** Whether the process that holds a lock of Next is running. */
function isRunning(lock: string): boolean {
  if (!existsSync(lock)) return false;
  try {
    const { pid }: { pid?: unknown } = JSON.parse(readFileSync(lock, 'utf8'));
    return typeof pid === 'number' && process.kill(pid, 0);
  } catch {
    return false;
  }
}
