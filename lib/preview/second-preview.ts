import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';

/**
 * Gives this process its own folder for Next's output if another preview of the project is running: Next allows only one
 * development server in a folder, and would end this process. `next.config.ts` reads the folder's name.
 */
export function useOwnFolder(root: string): void {
  if (!isRunning(join(root, '.next/dev/lock'))) return;
  const previews = '.next/previews';
  let number = 2;
  while (isRunning(join(root, previews, String(number), 'dev/lock'))) number++;
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
