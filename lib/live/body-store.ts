import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnsweredBytes } from './answer.ts';

/** The bytes of a file, at once or as an open file whose bytes are to be read. */
type Body = { bytes: Buffer } | { handle: FileHandle };

/** Reads the files of a site, and keeps the small ones in memory by their digest, whatever edition they are of. */
export type BodyStore = {
  /** What is kept of these bytes; at once. */
  kept: (wanted: AnsweredBytes) => Buffer | undefined;
  /**
   * Opens a file.
   *
   * @returns `undefined` where what lies on disk is not what the manifest says: it is gone, or another one by now.
   */
  open: (dir: string, wanted: AnsweredBytes) => Promise<Body | undefined>;
};

/** Files up to so many bytes are kept. Pages are smaller; large pictures are read from disk, which the system keeps. */
const small = 256 * 1024;

/** Opens a store that keeps so many bytes at most, and forgets first what was not asked for longest. */
export function bodyStore(most: number): BodyStore {
  const bodies = new Map<string, Buffer>();
  let total = 0;

  const keep = (digest: string, bytes: Buffer) => {
    if (bodies.has(digest)) return;
    bodies.set(digest, bytes);
    total += bytes.byteLength;
    for (const [oldest, { byteLength }] of bodies) {
      if (total <= most) break;
      bodies.delete(oldest);
      total -= byteLength;
    }
  };
  return {
    kept: ({ digest }) => {
      const bytes = bodies.get(digest);
      if (bytes) {
        bodies.delete(digest);
        bodies.set(digest, bytes);
      }
      return bytes;
    },
    open: async (dir, { path, size, digest }) => {
      const handle = await open(join(dir, path)).catch(() => undefined);
      if (!handle) return undefined;
      let taken = false;
      try {
        const stat = await handle.stat();
        if (!stat.isFile() || stat.size !== size) return undefined;
        if (size > small) {
          taken = true;
          return { handle };
        }
        const bytes = await handle.readFile();
        if (createHash('sha256').update(bytes).digest('hex') !== digest) return undefined;
        keep(digest, bytes);
        return { bytes };
      } finally {
        if (!taken) await handle.close();
      }
    },
  };
}
