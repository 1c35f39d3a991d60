import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnsweredBytes } from './answer.ts';

/** Reads the files of a site, and caches small ones in memory by digest, across editions. */
export type FileCache = {
  /** The cached bytes of a file, at once; `undefined` if they are not in memory. */
  cached: (wanted: AnsweredBytes) => Buffer | undefined;
  /**
   * Reads a file that is small enough to be cached. Concurrent requests share one read.
   *
   * @returns `undefined` if the file on disk does not match the manifest: it is gone or has changed.
   * @throws Error of the file system if the file cannot be read.
   */
  read: (dir: string, wanted: AnsweredBytes) => Promise<Buffer | undefined>;
  /**
   * Opens a large file. The caller closes it.
   *
   * @returns `undefined` as with `read`.
   * @throws Error of the file system if the file cannot be opened.
   */
  open: (dir: string, wanted: AnsweredBytes) => Promise<FileHandle | undefined>;
  /**
   * Whether a file can be read from the disk now, regardless of the cache; `false` if it does not match the manifest.
   *
   * @throws Error of the file system if the file cannot be read.
   */
  isReadable: (dir: string, wanted: AnsweredBytes) => Promise<boolean>;
};

/** Files of at most this many bytes are cached. Pages are smaller; large pictures are read from disk each time. */
const largest = 256 * 1024;

/** Whether a file is small enough to be cached. */
export const isSmall = ({ size }: Pick<AnsweredBytes, 'size'>): boolean => size <= largest;

/** Opens a cache of at most `most` bytes, which drops the least recently used files first. */
export function fileCache(most: number): FileCache {
  const bodies = new Map<string, Buffer>();
  const underWay = new Map<string, Promise<Buffer | undefined>>();
  let total = 0;

  const cache = (digest: string, bytes: Buffer) => {
    if (bodies.has(digest)) return;
    bodies.set(digest, bytes);
    total += bytes.byteLength;
    for (const [oldest, { byteLength }] of bodies) {
      if (total <= most) break;
      bodies.delete(oldest);
      total -= byteLength;
    }
  };
  const readAndCache = async (dir: string, wanted: AnsweredBytes) => {
    const handle = await openWanted(dir, wanted);
    if (!handle) return undefined;
    try {
      const bytes = await handle.readFile();
      if (createHash('sha256').update(bytes).digest('hex') !== wanted.digest) return undefined;
      cache(wanted.digest, bytes);
      return bytes;
    } finally {
      await handle.close();
    }
  };
  return {
    cached: ({ digest }) => {
      const bytes = bodies.get(digest);
      if (bytes) {
        bodies.delete(digest);
        bodies.set(digest, bytes);
      }
      return bytes;
    },
    read: (dir, wanted) => {
      const key = `${wanted.digest} ${join(dir, wanted.path)}`;
      const reading = underWay.get(key) ?? readAndCache(dir, wanted).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
    open: openWanted,
    isReadable: async (dir, wanted) => {
      const handle = await openWanted(dir, wanted);
      if (!handle) return false;
      try {
        await handle.read(Buffer.alloc(1), 0, 1, 0);
        return true;
      } finally {
        await handle.close();
      }
    },
  };
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
