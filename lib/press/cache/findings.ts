import { deserialize, serialize } from 'node:v8';
import { type BuildCache, passingDatabase } from './build-cache.ts';

/** Results that take long to find, such as that a picture is intact. */
export type Findings = {
  /** The result stored under a key for this state; `undefined` if there is none. */
  get: (key: string, state: string) => unknown;
  put: (key: string, state: string, value: unknown) => void;
  /** Deletes all other keys. */
  keepOnly: (keys: ReadonlySet<string>) => void;
};

/**
 * Stores findings in a database. It never fails: a finding that cannot be read or written counts as missing, and is found
 * again.
 */
export function findingsIn({ db }: Pick<BuildCache, 'db'>): Findings {
  const select = db.prepare('SELECT value FROM findings WHERE key = ? AND state = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO findings VALUES (?, ?, ?)');
  const selectKeys = db.prepare('SELECT key FROM findings');
  const remove = db.prepare('DELETE FROM findings WHERE key = ?');
  return {
    get: (key, state) =>
      attempt(() => {
        const row = select.get(key, state);
        return row?.['value'] instanceof Uint8Array ? (deserialize(row['value']) as unknown) : undefined;
      }),
    put: (key, state, value) => void attempt(() => insert.run(key, state, serialize(value))),
    keepOnly: (keys) => {
      attempt(() => {
        for (const { key } of selectKeys.all()) if (!keys.has(String(key))) remove.run(String(key));
      });
    },
  };
}

/** Stores findings for as long as the process runs. */
export const findingsInMemory = (): Findings => findingsIn({ db: passingDatabase() });

/** The result of a function; `undefined` if it throws. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
