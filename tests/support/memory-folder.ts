import { accessSync, constants, statfsSync } from 'node:fs';

const folder = '/dev/shm';
const enough = 2 * 1024 ** 3;

/**
 * A folder in memory for temporary files, where making and removing a small folder takes a seventh of the CPU time
 * of a disk; `undefined` if the system has none, or less than 2 GB is free.
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
