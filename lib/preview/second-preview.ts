import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';

/**
 * Gives this process a folder of its own for what Next compiles, if another preview of the project is running: Next allows one
 * development server in a folder, and would end this process. `next.config.ts` reads which folder it is.
 */
export function useOwnFolder(root: string): void {
  if (!isRunning(join(root, '.next/dev/lock'))) return;
  const previews = '.next/previews';
  let number = 2;
  while (isRunning(join(root, previews, String(number), 'dev/lock'))) number++;
  const folder = `${previews}/${number}`;
  makeFolder(join(root, folder));
  // Next writes the names of its folders into the settings of the compiler: those of the project stay as they are.
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
