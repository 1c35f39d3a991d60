import { renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Writes a file through to the disk before it has its name: whatever has the name is whole.
 *
 * What a process that was killed has left of an earlier try is written over.
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  writeFileSync(unfinished, bytes, { flush: true });
  renameSync(unfinished, file);
}
