import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MapStore } from '../../map/drawn-once.ts';
import type { Workshop } from './build-cache.ts';

/** How many maps are kept; with more, all are forgotten, since some are those of former articles. */
const most = 50_000;

/**
 * Keeps drawn maps in the workshop. They have a database of their own: workers write to it, while what is kept of the
 * site has one writer alone.
 *
 * @param code Names the code that draws maps; what other code has drawn is forgotten.
 */
export function mapStore({ dir }: Pick<Workshop, 'dir'>, code: string): MapStore & { close: () => void } {
  const db = openMaps(join(dir, 'maps.db'), code);
  const select = db.prepare('SELECT map FROM maps WHERE name = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO maps VALUES (?, ?, ?)');
  const short = (name: string) => createHash('sha256').update(name).digest('base64');
  return {
    get: (name) => select.get(short(name))?.['map']?.toString(),
    put: (name, map) => {
      try {
        insert.run(short(name), code, map);
      } catch {
        // A disk that is full, or another process that writes for long: the next build draws it again.
      }
    },
    close: () => db.close(),
  };
}

function openMaps(file: string, code: string): DatabaseSync {
  try {
    return prepared(file, code);
  } catch {
    // All in it can be drawn again.
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    return prepared(file, code);
  }
}

function prepared(file: string, code: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5000 });
  try {
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS maps (name TEXT PRIMARY KEY, code TEXT NOT NULL, map TEXT NOT NULL) STRICT;`);
    const isOld = db.prepare('SELECT 1 FROM maps WHERE code <> ? LIMIT 1').get(code);
    const { count } = db.prepare('SELECT count(*) AS count FROM maps').get() ?? {};
    if (isOld || Number(count) > most) db.exec('DELETE FROM maps');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
