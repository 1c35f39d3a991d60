import { closeSync, openSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { alone } from '../../processes/lock.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { WorkError } from '../../processes/work-error.ts';
import { buildCacheFolder } from './out-folder.ts';

/** The folder of the build cache. */
export type BuildCache = {
  dir: string;
  /**
   * What is kept: articles as they were parsed, what readers see of those that have changed since, what a search finds of
   * them, what every file of the site was made from, and what else was found out with much work.
   */
  db: DatabaseSync;
  /** Whether it is still where it was opened: its folder may be deleted at any time. */
  isThere: () => boolean;
  /** Runs work while no other process can; waits if one is working. */
  alone: <Result>(work: () => Promise<Result>) => Promise<Result>;
  close: () => void;
};

/** The database in the build cache of an output folder. */
export const buildCacheFile = (out: string): string => join(buildCacheFolder(out), 'press.db');

const schema = `
  CREATE TABLE IF NOT EXISTS articles (
    slug TEXT PRIMARY KEY, settings TEXT NOT NULL, fingerprint TEXT NOT NULL, files TEXT NOT NULL, digest TEXT NOT NULL,
    parsed TEXT NOT NULL, body TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS shown_articles (slug TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS last_articles (
    slug TEXT PRIMARY KEY, settings TEXT NOT NULL, digest TEXT NOT NULL, parsed TEXT NOT NULL, body TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS last_entries (
    name TEXT PRIMARY KEY, code TEXT NOT NULL, entry TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS files (
    path TEXT PRIMARY KEY, made_from TEXT NOT NULL, digest TEXT NOT NULL, size INTEGER NOT NULL, encodings TEXT NOT NULL,
    quality INTEGER NOT NULL, on_disk TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS site (
    only INTEGER PRIMARY KEY CHECK (only = 1), url TEXT NOT NULL, redirects TEXT NOT NULL, as_of INTEGER NOT NULL,
    texts TEXT NOT NULL, finished INTEGER NOT NULL, at_fault TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS search_texts (
    slug TEXT PRIMARY KEY, made_from TEXT NOT NULL, digest TEXT NOT NULL, document TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS search_indexes (
    name TEXT PRIMARY KEY, made_from TEXT NOT NULL, folder TEXT NOT NULL, files TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS findings (
    key TEXT PRIMARY KEY, state TEXT NOT NULL, value BLOB NOT NULL
  ) STRICT;
`;

/** How long to wait for another process to finish writing, in milliseconds. */
const busy = 5000;

/** The error for a database with the schema of another version. */
export class OtherForm extends Error {}

/** Names the form of these tables: a database that has another is begun anew. Count it up with each change. */
const form = 12;

/**
 * Opens the build cache of an output folder.
 *
 * A database that is damaged or was written by another version is started afresh: everything in it can be made again.
 *
 * @throws WorkError if it cannot be opened for another reason, such as a process that keeps it locked.
 */
export function openBuildCache(out: string, say: (line: string) => void): BuildCache {
  const dir = buildCacheFolder(out);
  makeFolder(dir);
  const file = buildCacheFile(out);
  const db = openDatabase(file);
  const inode = inodeOf(file);
  return {
    dir,
    db,
    isThere: () => inodeOf(file) === inode,
    alone: (work) => aloneIn(out, say, work),
    close: () => db.close(),
  };
}

/** Runs work while no build can change the site in an output folder; waits for a running build. */
export function aloneIn<Result>(
  out: string,
  say: (line: string) => void,
  work: () => Promise<Result>,
): Promise<Result> {
  const lock = join(buildCacheFolder(out), 'lock.db');
  return alone(lock, () => say(`Another build is running in ${out}/. Waiting for it to end …`), work);
}

/**
 * Opens the database of a build cache read-only, while other processes may be using it.
 *
 * @throws OtherForm if another version of this code wrote it, or SQLite's error if there is none that can be read.
 */
export function readBuildCache(out: string): DatabaseSync {
  const db = new DatabaseSync(buildCacheFile(out), { readOnly: true, timeout: busy });
  try {
    return checked(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Opens a database with the same tables in another file. It never fails: if the file cannot be opened, the database is in
 * memory.
 */
export function cacheDatabase(file: string): DatabaseSync {
  try {
    makeFolder(dirname(file));
    return openDatabase(file);
  } catch {
    return passingDatabase();
  }
}

/** A database like that of the build cache, which goes with the process. */
export function passingDatabase(): DatabaseSync {
  return prepared(new DatabaseSync(':memory:'));
}

function inodeOf(file: string): bigint | undefined {
  return statSync(file, { throwIfNoEntry: false, bigint: true })?.ino;
}

function openDatabase(file: string): DatabaseSync {
  try {
    return opened(file);
  } catch (error) {
    if (isLocked(error)) {
      throw new WorkError(
        `${file} cannot be opened: database is locked. If another build is running, wait for it to end, then try again.`,
      );
    }
    if (!isUnreadable(error)) {
      // SQLite does not say why a file cannot be opened, but the system does.
      closeSync(openSync(file, 'a'));
      throw error;
    }
    for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true });
    return opened(file);
  }
}

function opened(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: busy });
  try {
    return prepared(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The database is locked by another process (https://www.sqlite.org/rescode.html). */
const locked = 5;

/** SQLITE_CORRUPT and SQLITE_NOTADB: <https://www.sqlite.org/rescode.html>. */
const damaged = [11, 26];

/**
 * Whether a database will never be readable by this code. One that is busy or that we may not read can be intact, and in
 * use by another process.
 */
function isUnreadable(error: unknown): boolean {
  return error instanceof OtherForm || damaged.includes(faultOf(error));
}

function isLocked(error: unknown): boolean {
  return faultOf(error) === locked;
}

/** The primary code of an SQLite error, in its lower eight bits; 0 for any other error. */
function faultOf(error: unknown): number {
  return error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;
}

function prepared(db: DatabaseSync): DatabaseSync {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  const isNew = db.prepare('SELECT count(*) AS tables FROM sqlite_schema').get()?.['tables'] === 0;
  // Do not write to an existing one here: another process may be writing to it.
  if (isNew) db.exec(`BEGIN IMMEDIATE; ${schema} PRAGMA user_version = ${form}; COMMIT;`);
  return checked(db);
}

function checked(db: DatabaseSync): DatabaseSync {
  if (db.prepare('PRAGMA user_version').get()?.['user_version'] === form) return db;
  throw new OtherForm('It was written by another version of Standfirst.');
}
