import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/**
 * Writes a file and syncs it to disk before it gets its name: a file with the name is always complete.
 *
 * Leftovers of a killed process are overwritten.
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const unfinished = unfinishedFile(file);
  writeFileSync(unfinished, bytes, { flush: true });
  renameSync(unfinished, file);
}

/** Writes many files as {@link writeWhole} does, but waits for the disk only once: file systems sync concurrent writes in one step. */
export async function writeAllWhole(files: readonly { file: string; bytes: Uint8Array }[]): Promise<void> {
  await Promise.all(
    files.map(async ({ file, bytes }) => {
      const unfinished = unfinishedFile(file);
      const handle = await open(unfinished, 'w');
      try {
        await handle.writeFile(bytes);
        await handle.datasync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, file);
    }),
  );
}

/** The temporary name of a file; no file has it. */
function unfinishedFile(file: string): string {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  return unfinished;
}
