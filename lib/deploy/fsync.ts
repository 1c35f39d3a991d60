import { closeSync, fsyncSync, openSync } from 'node:fs';
import { link, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';
import { servedModes } from './modes.ts';

/** Has the system write to disk which files a folder has; where it cannot (Windows), it is left to it. */
export function flushFolder(dir: string): void {
  try {
    const handle = openSync(dir, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (process.platform !== 'win32') throw error;
  }
}

/** Writes a new file for web servers through to the disk, with the time at which it was changed last. */
export async function writeDurably(file: string, bytes: Buffer | string, changed?: Date): Promise<void> {
  makeFolder(dirname(file));
  const handle = await open(file, 'wx');
  try {
    await handle.chmod(servedModes.file);
    await handle.writeFile(bytes);
    if (changed) await handle.utimes(changed, changed);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file that is on disk a second name, which takes no room; answers whether the file system can. */
export async function linked(from: string, to: string): Promise<boolean> {
  makeFolder(dirname(to));
  try {
    await link(from, to);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EXDEV' || code === 'EPERM' || code === 'ENOTSUP' || code === 'EMLINK') return false;
    throw error;
  }
}
