import { existsSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../model/moment.ts';
import { inOneStep } from '../../processes/in-one-step.ts';
import { inThread } from '../../processes/in-thread.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import type { PublicSite, PublicTexts } from '../../publication/public-texts.ts';
import type { Quality } from '../page/compress.ts';
import type { WrittenFile } from '../page/render-page.ts';
import type { BuildCache } from './build-cache.ts';
import { type DiskDifference, diskDifference, endingsOf, onDisk } from './disk-difference.ts';
import type { ThreadSettings } from './disk-difference-thread.ts';
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

/** The files of a finished site, and what each was made from. */
export type Manifest = {
  /** The facts of the site if it was built for a later instant than this; `undefined` otherwise. */
  siteAfter: (now: Instant) => SiteFacts | undefined;
  /**
   * Begins to compare the entries with the files on disk, in a thread if there are many: what follows need not wait for it. The
   * answer is complete when the promise is fulfilled.
   */
  compare: () => Promise<void>;
  /** What each file was made from; `undefined` for one that is not as it was written, which counts as missing. */
  madeFrom: () => ReadonlyMap<string, string | undefined>;
  /** The first of the files with an ending that were compressed quickly and are as they were written. */
  quick: (limit: number, ending: string) => Entry[];
  /** Unwanted files of the site, on disk or in the manifest. */
  unwanted: (wanted: ReadonlySet<string>) => string[];
  /**
   * Moves new files from a folder into the site and deletes others; then updates the entries in one transaction. The site counts
   * as unfinished from then on. A process that ends in between leaves files that match no entry, and so will be made again.
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
  /** Records that a build has completed. What is changed after that removes the record. */
  finish: () => void;
};

/** With fewer files a thread takes longer to start than to compare them. */
const worthThread = 2000;

/**
 * The manifest of the site in `out`.
 *
 * It is compared with the disk at first, and again if another process has written to it or the site was deleted; otherwise
 * only this process changes the site.
 */
export function openManifest({ db }: Pick<BuildCache, 'db'>, out: string): Manifest {
  const select = db.prepare('SELECT path, made_from FROM files');
  select.setReturnArrays(true);
  const count = db.prepare('SELECT count(*) AS files FROM files');
  const selectQuick = db.prepare('SELECT * FROM files WHERE quality = 6 AND path GLOB ?');
  const insert = db.prepare('INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM files WHERE path = ?');
  const describe = db.prepare('INSERT OR REPLACE INTO site VALUES (1, ?, ?, ?, ?, 0, ?)');
  const finish = db.prepare('UPDATE site SET finished = 1');
  const reopen = db.prepare('UPDATE site SET finished = 0');
  const settle = db.prepare('UPDATE files SET on_disk = ? WHERE path = ?');
  const version = db.prepare('PRAGMA data_version');
  let seen: unknown;
  let changes = 0;
  /** What each file of the manifest was made from; `undefined` if it is missing or changed. */
  const known = new Map<string, string | undefined>();
  let extra = new Set<string>();

  const isSeen = () => version.get()?.['data_version'] === seen && existsSync(join(out, outMark));
  const note = (difference: DiskDifference) => {
    known.clear();
    for (const row of select.iterate()) {
      const [path, madeFrom] = row as unknown as [string, string];
      known.set(path, madeFrom);
    }
    for (const path of difference.changed) known.set(path, undefined);
    extra = new Set(difference.extra);
    // The next build need not read them again.
    if (difference.sameBytes.length > 0) {
      inOneStep(db, () => {
        for (const [path, state] of difference.sameBytes) settle.run(state, path);
      });
    }
  };
  const look = () => {
    if (isSeen()) return;
    const current = version.get()?.['data_version'];
    note(diskDifference(db, out));
    seen = current;
  };
  let underWay: Promise<void> | undefined;
  const compare = async () => {
    if (isSeen() || Number(count.get()?.['files']) < worthThread) return look();
    const current = version.get()?.['data_version'];
    const settings: ThreadSettings = { out };
    const script = join(import.meta.dirname, 'disk-difference-thread.ts');
    const difference = await inThread<DiskDifference>(script, settings).catch(() => undefined);
    // An error is reported by the same work in this process.
    if (!difference || version.get()?.['data_version'] !== current) return look();
    note(difference);
    seen = current;
  };
  return {
    siteAfter: (now) => notedFacts(db, now),
    compare: () => {
      underWay ??= compare().finally(() => {
        underWay = undefined;
      });
      return underWay;
    },
    madeFrom: () => {
      look();
      return known;
    },
    quick: (limit, ending) => {
      look();
      const found: Entry[] = [];
      for (const row of selectQuick.iterate(`*${ending}`)) {
        if (found.length >= limit) break;
        const path = String(row['path']);
        if (known.get(path) === undefined) continue;
        found.push({ path, madeFrom: String(row['made_from']), ...notedBytes(row), quality: 6 });
      }
      return found;
    },
    unwanted: (wanted) => {
      look();
      const unwanted: string[] = [];
      for (const path of known.keys()) if (!wanted.has(path)) unwanted.push(path);
      for (const path of extra) if (!wanted.has(path) && !known.has(path)) unwanted.push(path);
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
        reopen.run();
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
      for (const path of gone) for (const all of [known, extra]) all.delete(path);
      for (const { path, madeFrom } of made) known.set(path, madeFrom);
      seen = before;
    },
    changes: () => changes,
    finish: () => void finish.run(),
  };
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
