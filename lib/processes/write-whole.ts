import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';

/**
 * Writes a file through to the disk before it has its name: whatever has the name is whole.
 *
 * What a process that was killed has left of an earlier try is written over.
 */
export function writeWhole(file: string, bytes: Uint8Array | string): void {
  const unfinished = unfinishedFile(file);
  writeFileSync(unfinished, bytes, { flush: true });
  renameSync(unfinished, file);
}

/**
 * Writes many files as {@link writeWhole} does. The disk is waited for once for all of them, and not once for each: file
 * systems write what is asked of them at one time in one step.
 */
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

/** The name of a file until it is whole; nothing has it. */
function unfinishedFile(file: string): string {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  return unfinished;
}
