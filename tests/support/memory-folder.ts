import { accessSync, constants, statfsSync } from 'node:fs';

const folder = '/dev/shm';
const enough = 2 * 1024 ** 3;

/**
 * A folder in memory for temporary files, in which a small folder is made and removed with a seventh of the CPU time
 * that a disk takes; `undefined` if the system has none, or it has less than 2 GB free.
 */
export function memoryFolder(): string | undefined {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= enough ? folder : undefined;
  } catch {
    return undefined;
  }
}
