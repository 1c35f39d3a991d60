import { aloneIn } from '../../press/cache/build-cache.ts';
import { taskQueue } from '../../processes/task-queue.ts';
import { throttledProgress } from '../../processes/throttled-progress.ts';
import { type Gone, goneFrom } from '../../publication/public-texts.ts';
import { basePath } from '../../serve/edition.ts';
import { cacheControl } from '../../serve/headers.ts';
import { LiveError } from '../../serve/live-error.ts';
import { finishedSite } from '../../serve/read-built-site.ts';
import { type SiteFile, siteFiles } from '../../serve/release-manifest.ts';
import { carriedFiles } from '../carried-files.ts';
import { droppedAddresses, notAllowed, wouldDrop } from '../dropped.ts';
import { releaseName } from '../releases.ts';
import { changedSiteError, readWanted, strayFiles, wantedFiles } from '../verify-files.ts';
import { manifestReader, plantRelease } from './bucket-release.ts';
import { type BeforeInBucket, readBefore } from './deploy-to-bucket.ts';
import { underLease } from './lease.ts';
import { type ObjectStore, waitForTurn } from './object-store.ts';
import { afterCleaning, liveIn, type Pointer, readPointer } from './pointer.ts';
import { uploader } from './upload.ts';

/** Where a flat copy keeps what it knows of itself, below its prefix. */
export const flatFolder = '.standfirst';

/** What a flat copy did. */
export type FlatCopied = { sent: number; removed: number; carried: number; gone: Gone[]; atFault: readonly string[] };

/** How many files are sent at once. */
const atOnce = 16;

/** How often the copy begins while others do. */
const mostTries = 20;

/** A bucket before the first copy. */
const nothing: Pointer = { version: 1, written: '', live: '', releases: [], cleaned: 0 };

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
  return aloneIn(out, say, async () => {
    const noted = finishedSite(out);
    const site = siteFiles(noted);
    const stray = strayFiles(out, wantedFiles(site));
    if (stray.length > 0) throw changedSiteError(out, stray);
    const own = plantRelease(noted, site, now);
    const reader = manifestReader(notes, own);
    const folder = basePath(noted.url).slice(1);
    for (let time = 0; time < mostTries; time += 1) {
      const read = await readPointer(notes);
      const state = read && (await afterCleaning(notes, read, say));
      const says = state?.says ?? nothing;
      const befores = await Promise.all(says.releases.map((release) => readBefore(release, own, reader)));
      const live = liveIn(says);
      const last = live && befores[says.releases.indexOf(live)];
      const earlier = last && { files: Object.fromEntries(last.files), texts: last.texts };
      const dropped = earlier ? notAllowed(droppedAddresses(earlier, site, noted), drop) : [];
      if (dropped.length > 0) throw wouldDrop(files.address, dropped);
      const carried = new Map(carriedFiles(noted, site, earlier));
      const planted = carried.size > 0 ? plantRelease(noted, new Map([...site, ...carried]), now) : own;
      const due = befores.length === 0 ? site : new Map(befores.flatMap(changedSince));
      const goes = new Set(
        befores.flatMap((before) => [...before.files.keys()]).filter((path) => !site.has(path) && !carried.has(path)),
      );
      const name = releaseName(
        now,
        own.root.digest,
        says.releases.map((release) => release.name),
      );
      const release = { name, root: planted.name, files: planted.root.files.count };
      await uploader(out, notes, say).changed(planted, says.cleaned, {
        files: site,
        added: new Map(),
        parts: new Set(befores.flatMap(({ parts }) => [...parts])),
      });
      const isDone = await underLease(
        notes,
        { ...says, releases: [...says.releases, release] },
        state?.tag,
        async (goOn) => {
          for (const some of inOrder(due)) await sendAll(out, files, folder, some, goOn, say);
          const keys = [...goes].map((path) => folder + path);
          for (let start = 0; start < keys.length; start += 1000) {
            await goOn();
            await files.remove(keys.slice(start, start + 1000));
          }
        },
        (latest) => ({ ...latest, live: name, releases: [release] }),
      );
      if (isDone) {
        const gone = goneFrom(last?.texts ?? {}, noted);
        return { sent: due.size, removed: goes.size, carried: carried.size, gone, atFault: noted.atFault };
      }
      await waitForTurn(time);
    }
    throw new LiveError(`Others keep copying to ${files.address}. Try again when they have ended.`);
  });
}

/** The files that a site has in another form than a release. */
function changedSince({ added, files }: BeforeInBucket): [string, SiteFile][] {
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
