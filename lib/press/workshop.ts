import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { alone } from './lock.ts';
import { workshopOf } from './out-folder.ts';

/** The folder in which the press keeps what it needs for the next time. */
export type Workshop = {
  dir: string;
  /** What is kept: articles as they were parsed, what a search finds of them, and what every file of the site was made from. */
  db: DatabaseSync;
  /** Does a piece of work while no other process can do any here; waits where one is at it. */
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  close: () => void;
};

const schema = `
  CREATE TABLE IF NOT EXISTS articles (
    slug TEXT PRIMARY KEY, settings TEXT NOT NULL, fingerprint TEXT NOT NULL, digest TEXT NOT NULL,
    parsed TEXT NOT NULL, body TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, made_from TEXT NOT NULL, digest TEXT NOT NULL, quality INTEGER NOT NULL, on_disk TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS search_texts (
    slug TEXT PRIMARY KEY, page TEXT NOT NULL, digest TEXT NOT NULL, document TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS search_indexes (
    name TEXT PRIMARY KEY, made_from TEXT NOT NULL, folder TEXT NOT NULL, files TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens the workshop of an output folder.
 *
 * SQLite makes every change whole or not at all. A database that cannot be read is begun anew: all in it can be made
 * again.
 */
export function openWorkshop(out: string, say: (line: string) => void): Workshop {
  const dir = workshopOf(out);
  mkdirSync(dir, { recursive: true });
  const db = openDatabase(join(dir, 'press.db'));
  return {
    dir,
    db,
    alone: (work) =>
      alone(join(dir, 'lock.db'), () => say(`Another build is at work on ${out}/. Waiting for it to end …`), work),
    close: () => db.close(),
  };
}

/** A database like that of a workshop which is gone with the process. */
export function passingDatabase(): DatabaseSync {
  return prepared(new DatabaseSync(':memory:'));
}

function openDatabase(file: string): DatabaseSync {
  try {
    return prepared(new DatabaseSync(file));
  } catch {
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    return prepared(new DatabaseSync(file));
  }
}

function prepared(db: DatabaseSync): DatabaseSync {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  db.exec(schema);
  return db;
}
