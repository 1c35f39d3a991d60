import { aloneIn } from '../../press/cache/build-cache.ts';
import { taskQueue } from '../../processes/task-queue.ts';
import { throttledProgress } from '../../processes/throttled-progress.ts';
import { inBatches } from '../../processes/worker-pool.ts';
import type { Gone } from '../../publication/public-texts.ts';
import { basePath } from '../../serve/edition.ts';
import { cacheControl } from '../../serve/headers.ts';
import { LiveError } from '../../serve/live-error.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { releaseName } from '../releases.ts';
import { changedSiteError, readWanted } from '../verify-files.ts';
import { type ComparedRelease, compareRelease } from './compared-release.ts';
import { underLease } from './lease.ts';
import { manifestReader } from './manifest-reader.ts';
import { nextRelease, siteToDeploy } from './next-release.ts';
import { mostRemoved, type ObjectStore } from './object-store.ts';
import { afterCleaning, liveIn, nothing, readPointer } from './pointer.ts';
import { adding } from './store-fault.ts';
import { takeTurns } from './turns.ts';
import { uploader } from './upload.ts';

/** Where a flat copy keeps what it knows of itself, below its prefix. */
export const flatFolder = '.standfirst';

/** What a flat copy did. */
export type FlatCopied = { sent: number; removed: number; carried: number; gone: Gone[]; atFault: readonly string[] };

/** How many files are sent at once. */
const atOnce = 16;

/** How often the copy begins while others do. */
const mostTries = 20;

/**
 * Copies a finished site to a bucket file by file, for a CDN that has no code of ours: only what has changed is sent, pictures
 * and other files first and pages last, and what is gone is deleted at the end. It does not switch in one step.
 *
 * Which files are there is known from manifests beside them. One that was interrupted is among them, so that the next copy sends
 * everything of which it is not certain. Copies at once take turns.
 *
 * @param files The bucket at the prefix of the copy.
 * @param notes The same in {@link flatFolder}.
 * @throws LiveError as for a deploy to a bucket.
 */
export async function copyFlat(
  out: string,
  files: ObjectStore,
  notes: ObjectStore,
  now: Date,
  say: (line: string) => void,
  drop: readonly string[] = [],
): Promise<FlatCopied> {
  const work = async () => {
    const site = siteToDeploy(out, now);
    const { noted, own } = site;
    const reader = manifestReader(notes, own);
    const folder = basePath(noted.url).slice(1);
    const copied = await takeTurns(mostTries, async (): Promise<FlatCopied | undefined> => {
      const read = await readPointer(notes);
      const state = read && (await afterCleaning(notes, read, say));
      const says = state?.says ?? nothing;
      const existing = await Promise.all(says.releases.map((release) => compareRelease(release, own, reader)));
      const live = liveIn(says);
      const last = live && existing[says.releases.indexOf(live)];
      const { planted, carried, gone } = nextRelease(site, last, files.address, drop);
      const due = last ? new Map(existing.flatMap(changedSince)) : site.files;
      const goes = new Set(
        existing
          .flatMap((release) => [...release.files.keys()])
          .filter((path) => !site.files.has(path) && !carried.has(path)),
      );
      const name = releaseName(
        now,
        own.root.digest,
        says.releases.map((release) => release.name),
      );
      const parts = new Set(existing.flatMap((release) => [...release.parts]));
      await uploader(out, notes, say).changed(planted, new Map(), says.cleaned, { files: new Map(), parts });
      const release = { name, root: planted.name, files: planted.root.files.count };
      const next = { ...says, releases: [...says.releases, release] };
      const send = async (goOn: () => Promise<void>) => {
        for (const some of inOrder(due)) await sendAll(out, files, folder, some, goOn, say);
        for (const some of inBatches([...goes], mostRemoved)) {
          await goOn();
          await files.remove(some.map((path) => folder + path));
        }
      };
      const isDone = await underLease(notes, next, state?.tag, send, (latest) => {
        return { ...latest, live: name, releases: [release] };
      });
      if (!isDone) return undefined;
      return { sent: due.size, removed: goes.size, carried: carried.size, gone, atFault: noted.atFault };
    });
    if (copied) return copied;
    throw new LiveError(`Others keep copying to ${files.address}. Try again when they have ended.`);
  };
  const meaning = 'Some files may be from the new site already. To send the rest, run this again.';
  return aloneIn(out, say, () => adding(meaning, work));
}

/** The files that a site has in another form than a release. */
function changedSince({ added, files }: ComparedRelease): [string, SiteFile][] {
  return [...added].filter(([path, { digest, type }]) => {
    const before = files.get(path);
    return before?.digest !== digest || before.type !== type;
  });
}

/** Files in the order in which readers may see them: what pages refer to before the pages, and the lists of pages last. */
function inOrder(files: ReadonlyMap<string, SiteFile>): ReadonlyMap<string, SiteFile>[] {
  const kinds = [
    ([, { immutable }]: [string, SiteFile]) => immutable,
    ([path, { immutable }]: [string, SiteFile]) => !immutable && !path.endsWith('.html'),
    ([path]: [string, SiteFile]) => path.endsWith('.html'),
  ];
  return kinds.map((isOfKind) => new Map([...files].filter(isOfKind)));
}

async function sendAll(
  out: string,
  store: ObjectStore,
  folder: string,
  files: ReadonlyMap<string, SiteFile>,
  goOn: () => Promise<void>,
  say: (line: string) => void,
): Promise<void> {
  const tell = throttledProgress(say);
  const wrong: string[] = [];
  const queue = taskQueue(atOnce);
  let count = 0;
  for (const [path, file] of files) {
    await goOn();
    await queue.add(async () => {
      const bytes = await readWanted(out, { path, ...file });
      if (!bytes) return void wrong.push(path);
      await store.put(folder + path, bytes, {
        type: file.type,
        cacheControl: file.immutable ? cacheControl.immutable : cacheControl.other,
      });
      count += 1;
      tell(() => `${count} of ${files.size} files are sent …`);
    });
  }
  await queue.done();
  if (wrong.length > 0) throw changedSiteError(out, wrong);
}
