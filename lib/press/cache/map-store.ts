import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { MapStore } from '../../map/drawn-once.ts';
import type { BuildCache } from './build-cache.ts';

/** How many maps are cached; with more, all are deleted, since some are from former articles. */
const most = 50_000;

/**
 * Caches drawn maps. They have their own database, because workers write to it, while the database of the build cache
 * has only one writer.
 *
 * @param code Identifies the code that draws maps; maps from other code are deleted.
 */
export function mapStore({ dir }: Pick<BuildCache, 'dir'>, code: string): MapStore & { close: () => void } {
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
        // The disk is full, or another process keeps it locked: the next build draws the map again.
      }
    },
    close: () => db.close(),
  };
}

function openMaps(file: string, code: string): DatabaseSync {
  try {
    return prepared(file, code);
  } catch {
    // Everything in it can be drawn again.
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
