import { closeSync, fsyncSync, openSync } from 'node:fs';
import { link, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';
import { servedModes } from './modes.ts';

/** Syncs a folder's list of files to disk; on Windows, which cannot, does nothing. */
export function syncFolder(dir: string): void {
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

/** Writes a new file for web servers and syncs it to disk, with the time of its last change. */
export async function writeSynced(file: string, bytes: Buffer | string, changed?: Date): Promise<void> {
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

/** Makes a hard link to a file, which takes no room; returns whether the file system supports it. */
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
