import { createHash } from 'node:crypto';
import type { AnsweredBytes, FileSource, OpenFile } from './file-source.ts';

/** Reads the files of a site, and caches small ones in memory by digest, across editions. */
export type FileCache = {
  /** The cached bytes of a file, at once; `undefined` if they are not in memory. */
  cached: (wanted: AnsweredBytes) => Buffer | undefined;
  /**
   * Reads a file that is small enough to be cached. Concurrent requests share one read.
   *
   * @returns `undefined` if the file does not match the manifest: it is gone or has changed.
   * @throws Error of the source if the file cannot be read.
   */
  read: (source: FileSource, wanted: AnsweredBytes) => Promise<Buffer | undefined>;
  /**
   * Whether a file can be read now, regardless of the cache; `false` if it does not match the manifest. If its source may be
   * away, it is enough that it is in memory.
   *
   * @throws Error of the source if the file cannot be read.
   */
  isReadable: (source: FileSource, wanted: AnsweredBytes) => Promise<boolean>;
};

/** Files of at most this many bytes are cached. Pages are smaller; large pictures are read each time. */
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
  const readAndCache = async (source: FileSource, wanted: AnsweredBytes) => {
    const { size, digest } = wanted;
    const file = await source.open({ ...wanted, start: 0, end: size - 1 });
    if (!file) return undefined;
    try {
      const bytes = await wholeOf(file, size);
      if (createHash('sha256').update(bytes).digest('hex') !== digest) return undefined;
      cache(digest, bytes);
      return bytes;
    } finally {
      await file.close();
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
    read: (source, wanted) => {
      const key = `${wanted.digest} ${source.name}/${wanted.path}`;
      const reading = underWay.get(key) ?? readAndCache(source, wanted).finally(() => underWay.delete(key));
      underWay.set(key, reading);
      return reading;
    },
    isReadable: async (source, wanted) => {
      if (source.isAwayAtTimes) return bodies.has(wanted.digest) || (await readAndCache(source, wanted)) !== undefined;
      const file = await source.open({ ...wanted, start: 0, end: 0 });
      if (!file) return false;
      try {
        await file.read(Buffer.alloc(1), 0, 1, 0);
        return true;
      } finally {
        await file.close();
      }
    },
  };
}

/** All bytes of an open file; one more than expected if it is longer. */
async function wholeOf(file: OpenFile, size: number): Promise<Buffer> {
  const bytes = Buffer.alloc(size + 1);
  let at = 0;
  let count = -1;
  while (count !== 0 && at < bytes.byteLength) {
    count = (await file.read(bytes, at, bytes.byteLength - at, at)).bytesRead;
    at += count;
  }
  return bytes.subarray(0, at);
}
