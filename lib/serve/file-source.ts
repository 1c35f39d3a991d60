import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { SentBytes } from './release-manifest.ts';

/** Bytes of a file of the site, and the range to send, both ends included. */
export type AnsweredBytes = SentBytes & { path: string; start: number; end: number };

/** An open file, whose bytes are read from its `start` on. */
export type OpenFile = Pick<FileHandle, 'read' | 'close'>;

/** Where the files of a site are. */
export type FileSource = {
  /** Distinguishes it from others. */
  name: string;
  /** Whether it is on another machine, and its files are served from memory while that is away. */
  isAwayAtTimes?: boolean;
  /**
   * Opens a file, of which the bytes from `start` to `end` will be read. The caller closes it.
   *
   * @returns `undefined` if the file does not match the manifest: it is gone or has changed.
   * @throws Error if the file cannot be opened.
   */
  open: (wanted: AnsweredBytes) => Promise<OpenFile | undefined>;
};

/** The files in a folder. */
export function filesInFolder(dir: string): FileSource {
  return { name: dir, open: (wanted) => openWanted(dir, wanted) };
}

/** Without this flag, reading a pipe in place of a file would block for ever. Windows has no such flag. */
const reading = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Opens a file if it has the size that the manifest says. */
async function openWanted(dir: string, { path, size }: AnsweredBytes): Promise<FileHandle | undefined> {
  const handle = await open(join(dir, path), reading).catch((error: unknown) => {
    if (isGone(error)) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  const stat = await handle.stat().catch(async (error: unknown) => {
    await handle.close();
    throw error;
  });
  if (stat.isFile() && stat.size === size) return handle;
  await handle.close();
  return undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
