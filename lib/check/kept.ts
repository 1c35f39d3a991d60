import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import { makeFolder } from '../processes/make-folder.ts';

/** The results that a check caches for the next one. */
export type Kept = {
  /** The value cached under a key for this state; `undefined` if there is none. */
  get: (key: string, state: string) => unknown;
  put: (key: string, state: string, value: unknown) => void;
  /** Deletes all other keys. */
  keepOnly: (keys: ReadonlySet<string>) => void;
  close: () => void;
};

const schema =
  'CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, state TEXT NOT NULL, value BLOB NOT NULL) STRICT';

/** Milliseconds to wait for another check of the same content. */
const patience = 2000;

/**
 * Opens a cache file, and never fails: an unreadable file is started afresh, and if nothing can be written nothing is
 * cached. The result of a check does not depend on the cache.
 */
export function openKept(file: string): Kept {
  let db = opened(file);
  const select = db?.prepare('SELECT value FROM kept WHERE key = ? AND state = ?');
  const insert = db?.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  /** Runs what may fail; after a failure the file is not used again. */
  const attempt = <Result>(work: (db: DatabaseSync) => Result): Result | undefined => {
    try {
      return db && work(db);
    } catch {
      closeQuietly(db);
      db = undefined;
      return undefined;
    }
  };
  return {
    get: (key, state) =>
      attempt(() => {
        const row = select?.get(key, state);
        return row?.['value'] instanceof Uint8Array ? (deserialize(row['value']) as unknown) : undefined;
      }),
    put: (key, state, value) => {
      attempt(() => insert?.run(key, state, serialize(value)));
    },
    keepOnly: (keys) => {
      attempt((open) => {
        for (const { key } of open.prepare('SELECT key FROM kept').all()) {
          if (!keys.has(String(key))) open.prepare('DELETE FROM kept WHERE key = ?').run(String(key));
        }
      });
    },
    close: () => {
      attempt((open) => open.exec('COMMIT'));
      closeQuietly(db);
      db = undefined;
    },
  };
}

/** A cache in memory, as long as the process runs. */
export function keptInMemory(): Kept {
  const values = new Map<string, { state: string; value: unknown }>();
  return {
    ...nothingKept,
    get: (key, state) => (values.get(key)?.state === state ? values.get(key)?.value : undefined),
    put: (key, state, value) => values.set(key, { state, value }),
  };
}

/** A cache that stores nothing. */
export const nothingKept: Kept = { get: () => undefined, put: () => {}, keepOnly: () => {}, close: () => {} };

function opened(file: string): DatabaseSync | undefined {
  for (const attempt of ['as it is', 'anew']) {
    let db: DatabaseSync | undefined;
    try {
      makeFolder(dirname(file));
      if (attempt === 'anew') for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
      db = new DatabaseSync(file, { timeout: patience });
      db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      db.exec(schema);
      db.prepare('SELECT key, state, value FROM kept');
      // Writing everything in one step at the end is the quickest.
      db.exec('BEGIN');
      return db;
    } catch {
      closeQuietly(db);
    }
  }
  return undefined;
}

function closeQuietly(db: DatabaseSync | undefined): void {
  try {
    db?.close();
  } catch {
    // It is already closed.
  }
}
