import { deserialize, serialize } from 'node:v8';
import { passingDatabase, type Workshop } from './build-cache.ts';

/** What was found out with much work, such as that a picture is whole, and need not be found out again. */
export type Findings = {
  /** What was found under a key when it was in this state; `undefined` if there is nothing. */
  get: (key: string, state: string) => unknown;
  put: (key: string, state: string, value: unknown) => void;
  /** Forgets all but these keys. */
  keepOnly: (keys: ReadonlySet<string>) => void;
};

/**
 * Keeps findings in a database. It never fails: what cannot be read is as good as missing, and what cannot be written is
 * found out again. No result depends on it.
 */
export function findingsIn({ db }: Pick<Workshop, 'db'>): Findings {
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

/** Keeps findings as long as the process is there. */
export const findingsInMemory = (): Findings => findingsIn({ db: passingDatabase() });

/** What a piece of work answers; `undefined` if it fails. */
function attempt<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
