import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../model/moment.ts';
import { inOneStep } from '../../processes/in-one-step.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import type { PublicSite, PublicTexts } from '../../publication/public-texts.ts';
import { endings, isText, type Quality } from '../page/compress.ts';
import type { WrittenFile } from '../page/render-page.ts';
import type { BuildCache } from './build-cache.ts';
import { markOutFolder, outMark } from './out-folder.ts';

/** The entry of a file of the finished site. */
export type Entry = Omit<WrittenFile, 'bytes'> & {
  path: string;
  /** Identifies everything that the file was made from. */
  madeFrom: string;
  quality: Quality;
};

/** The facts of the site as a whole. */
export type SiteFacts = PublicSite & {
  /** Where it is published, absolute; it may include a path. */
  url: string;
  /** The instant for which it was built. */
  asOf: Instant;
  /** The faulty articles that are shown in their last good state. */
  atFault: readonly string[];
};

/** A finished site according to its manifest. */
export type SiteManifest = SiteFacts & {
  /** Whether the last build completed: after the pages come share images and the search index. */
  finished: boolean;
  files: (Pick<Entry, 'digest' | 'size' | 'encodings'> & { path: string })[];
};

/** The extensions of a file and its compressed siblings, which only text has. */
function endingsOf(path: string): readonly ['', ...string[]] {
  return isText(path) ? ['', ...Object.values(endings)] : [''];
}

/** Reads the manifest of a site; `undefined` if no site was finished. */
export function readSiteManifest(db: DatabaseSync): SiteManifest | undefined {
  const facts = notedFacts(db);
  if (!facts) return undefined;
  const files = db
    .prepare('SELECT path, digest, size, encodings FROM files ORDER BY path')
    .all()
    .map((row) => ({ path: String(row['path']), ...notedBytes(row) }));
  return { ...facts, files };
}

/** @param after Ignores a site of this instant or an earlier one, without reading all of it. */
function notedFacts(db: DatabaseSync, after = Number.NEGATIVE_INFINITY): Omit<SiteManifest, 'files'> | undefined {
  const row = db
    .prepare('SELECT url, redirects, as_of, texts, finished, at_fault FROM site WHERE as_of > ?')
    .get(after);
  return (
    row && {
      url: String(row['url']),
      redirects: JSON.parse(String(row['redirects'])) as PublicSite['redirects'],
      asOf: Number(row['as_of']),
      texts: JSON.parse(String(row['texts'])) as PublicTexts,
      finished: row['finished'] === 1,
      atFault: JSON.parse(String(row['at_fault'])) as string[],
    }
  );
}

function notedBytes(row: Record<string, unknown>): Pick<Entry, 'digest' | 'size' | 'encodings'> {
  return {
    digest: String(row['digest']),
    size: Number(row['size']),
    encodings: JSON.parse(String(row['encodings'])),
  };
}

/** The entry in a row. Encodings are parsed on demand, since few builds need them and parsing them all takes a while. */
function entryOf(path: string, row: Record<string, unknown>): Entry {
  let encodings: Entry['encodings'] | undefined;
  return {
    path,
    madeFrom: String(row['made_from']),
    digest: String(row['digest']),
    size: Number(row['size']),
    get encodings() {
      encodings ??= JSON.parse(String(row['encodings'])) as Entry['encodings'];
      return encodings;
    },
    quality: row['quality'] === 11 ? 11 : 6,
  };
}

/** The files of a finished site, and what each was made from. */
export type Manifest = {
  /** The facts of the site if it was built for a later instant than this; `undefined` otherwise. */
  siteAfter: (now: Instant) => SiteFacts | undefined;
  /** The entries that match the files on disk; others count as missing. */
  entries: () => ReadonlyMap<string, Entry>;
  /** Unwanted files of the site, on disk or in the manifest. */
  unwanted: (wanted: ReadonlySet<string>) => string[];
  /**
   * Moves new files from a folder into the site and deletes others; then updates the entries in one transaction. A
   * process that ends in between leaves files that match no entry, and so will be made again.
   *
   * @param noteMore Records more about the site in the same transaction.
   */
  apply: (
    fresh: string,
    made: readonly Entry[],
    gone: readonly string[],
    site?: SiteFacts,
    noteMore?: () => void,
  ) => void;
  /** How many files of the site this process has begun to add or delete; it only grows. */
  changes: () => number;
  /** Records that a build has completed. A build that begins to change the site removes the record. */
  finish: () => void;
};

/**
 * The manifest of the site in `out`.
 *
 * It is compared with the disk at first, and again if another process has written to it or the site was deleted; otherwise
 * only this process changes the site.
 */
export function openManifest({ db }: BuildCache, out: string): Manifest {
  const select = db.prepare('SELECT path, made_from, digest, size, encodings, quality, on_disk FROM files');
  const insert = db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM files WHERE path = ?');
  const describe = db.prepare('INSERT OR REPLACE INTO site VALUES (1, ?, ?, ?, ?, 0, ?)');
  const finish = db.prepare('UPDATE site SET finished = 1');
  const version = db.prepare('PRAGMA data_version');
  let seen: unknown;
  let changes = 0;
  let rows = new Set<string>();
  let onDiskToo = new Set<string>();
  const known = new Map<string, Entry>();

  const look = () => {
    const current = version.get()?.['data_version'];
    if (current === seen && existsSync(join(out, outMark))) return;
    seen = current;
    known.clear();
    rows = new Set();
    for (const row of select.all()) {
      const path = String(row['path']);
      rows.add(path);
      if (row['on_disk'] !== onDisk(out, path)) continue;
      known.set(path, entryOf(path, row));
    }
    onDiskToo = new Set(filesIn(out));
  };
  return {
    siteAfter: (now) => notedFacts(db, now),
    entries: () => {
      look();
      return known;
    },
    unwanted: (wanted) => {
      look();
      const unwanted: string[] = [];
      for (const path of rows) if (!wanted.has(path)) unwanted.push(path);
      for (const path of onDiskToo) if (!wanted.has(path) && !rows.has(path)) unwanted.push(path);
      return unwanted;
    },
    apply: (fresh, made, gone, site, noteMore) => {
      // If this does not complete, site and entries are compared again.
      const before = seen;
      seen = undefined;
      changes += made.length + gone.length;
      markOutFolder(out);
      for (const { path } of made) moveIn(fresh, out, path);
      for (const path of gone) takeOut(out, path);
      inOneStep(db, () => {
        for (const path of gone) remove.run(path);
        for (const { path, madeFrom, digest, size, encodings, quality } of made) {
          insert.run(path, madeFrom, digest, size, JSON.stringify(encodings), quality, onDisk(out, path));
        }
        if (site) {
          const { url, redirects, asOf, texts, atFault } = site;
          // Clocks may have fractions of milliseconds, but instants do not.
          describe.run(
            url,
            JSON.stringify(redirects),
            Math.trunc(asOf),
            JSON.stringify(texts),
            JSON.stringify(atFault),
          );
        }
        noteMore?.();
      });
      for (const path of gone) for (const set of [rows, onDiskToo, known]) set.delete(path);
      for (const entry of made) {
        rows.add(entry.path);
        known.set(entry.path, entry);
      }
      seen = before;
    },
    changes: () => changes,
    finish: () => void finish.run(),
  };
}

/** All files of the site on disk, without their compressed siblings. */
function filesIn(out: string): string[] {
  const found: string[] = [];
  const walk = (dir: string) => {
    for (const entry of readdirSync(`${out}/${dir}`, { withFileTypes: true })) {
      const path = dir === '' ? entry.name : `${dir}/${entry.name}`;
      if (path === outMark) continue;
      if (entry.isDirectory()) walk(path);
      else {
        const plain = path.replace(/\.(br|gz)$/, '');
        found.push(isText(plain) ? plain : path);
      }
    }
  };
  if (existsSync(out)) walk('');
  return [...new Set(found)];
}

function moveIn(fresh: string, out: string, path: string): void {
  makeFolder(dirname(join(out, path)));
  for (const ending of endingsOf(path)) {
    const from = join(fresh, path + ending);
    const to = join(out, path + ending);
    if (statSync(from, { throwIfNoEntry: false })) renameSync(from, to);
    else rmSync(to, { force: true });
  }
}

function takeOut(out: string, path: string): void {
  for (const ending of endingsOf(path)) rmSync(join(out, path + ending), { force: true });
  for (let dir = dirname(path); dir !== '.'; dir = dirname(dir)) {
    try {
      rmdirSync(join(out, dir));
    } catch {
      return; // It is not empty.
    }
  }
}

/** What the file system says about a file and its siblings; differs if any of them was changed. */
function onDisk(out: string, path: string): string {
  return endingsOf(path)
    .map((ending) => {
      // Not `join`, which takes as long as the system call: there are very many.
      const stat = statSync(`${out}/${path}${ending}`, { throwIfNoEntry: false });
      return stat ? `${stat.size}@${stat.mtimeMs}` : '-';
    })
    .join(' ');
}
