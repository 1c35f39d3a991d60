import { taskQueue } from '../../processes/task-queue.ts';
import { throttledProgress } from '../../processes/throttled-progress.ts';
import { cacheControl } from '../../serve/headers.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { changedSiteError, readWanted, type Wanted, wantedFiles } from '../verify-files.ts';
import { objectKey, type Planted, partKey, releaseBytes } from './bucket-release.ts';
import type { ComparedRelease } from './compared-release.ts';
import { partBytes, type Tree } from './manifest-tree.ts';
import type { ObjectStore, PutSettings } from './object-store.ts';

/** How many objects are uploaded at once. */
const atOnce = 16;

/** The number of objects from which it is quicker to ask first which of them an interrupted deploy has uploaded. */
const worthListing = 1000;

/** What was uploaded: objects with bytes of files, and parts of manifests. */
export type Uploaded = { objects: number; parts: number };

type SiteFiles = ReadonlyMap<string, SiteFile>;

/** What a release has that is in the store. */
type Existing = Pick<ComparedRelease, 'files' | 'parts'>;

/** Uploads what a release needs and the store does not have, however often its deploy has to begin again. */
export type Uploader = {
  /**
   * Uploads files and a manifest, except what an existing release has of them.
   *
   * @param cleaned How often objects have been deleted: what was uploaded before the last time is uploaded again.
   */
  changed: (planted: Planted, files: SiteFiles, cleaned: number, existing: Existing | undefined) => Promise<void>;
  /** Uploads what is not in the store of files and of a manifest whose root is there. The store lists everything. */
  missing: (planted: Planted, files: SiteFiles, cleaned: number) => Promise<void>;
  done: () => Uploaded;
};

/** An object to upload. */
type Task = {
  key: string;
  /** `undefined` if only the bytes say it. */
  size: number | undefined;
  bytes: () => Promise<Buffer | undefined>;
  path: string;
  settings: PutSettings;
};

/**
 * Makes an uploader of a finished site.
 *
 * @param out The folder of the site.
 */
export function uploader(out: string, store: ObjectStore, say: (line: string) => void): Uploader {
  const counts: Uploaded = { objects: 0, parts: 0 };
  let sure = new Set<string>();
  let sureSince: number | undefined;

  const since = (cleaned: number) => {
    if (sureSince !== cleaned) sure = new Set();
    sureSince = cleaned;
  };
  /** Uploads what is not surely there. The tasks are made when it is their turn: a large site has millions. */
  const uploadAll = async (tasks: () => Iterable<Task>, kind: keyof Uploaded): Promise<void> => {
    const total = countOf(tasks(), sure);
    const tell = throttledProgress(say);
    const wrong: string[] = [];
    const queue = taskQueue(atOnce);
    let count = 0;
    for (const { key, bytes, path, settings } of tasks()) {
      if (sure.has(key)) continue;
      await queue.add(async () => {
        const content = await bytes();
        if (!content) return void wrong.push(path);
        await store.put(key, content, settings);
        sure.add(key);
        counts[kind] += 1;
        count += 1;
        tell(() => `${count} of ${total} ${kind === 'objects' ? 'objects' : 'parts of the manifest'} are uploaded …`);
      });
    }
    await queue.done();
    if (wrong.length > 0) throw changedSiteError(out, wrong);
  };
  const noteListed = async (tasks: Iterable<Task>, beginning: string): Promise<void> => {
    const sizes = new Map<string, number>();
    for await (const { key, size } of store.list(beginning)) sizes.set(key, size);
    for (const { key, size } of tasks) {
      const listed = sizes.get(key);
      if (listed !== undefined && (size === undefined || size === listed)) sure.add(key);
      else sure.delete(key);
    }
  };
  return {
    changed: async (planted, files, cleaned, existing) => {
      since(cleaned);
      const has = new Set(wantedFiles(existing?.files ?? []).map(({ digest }) => digest));
      const objects = () => objectTasks(out, files, has);
      if (countOf(objects(), sure) >= worthListing) await noteListed(objects(), objectKey(''));
      await uploadAll(objects, 'objects');
      await uploadAll(() => partTasks(planted, (digest) => existing?.parts.has(digest) ?? false), 'parts');
    },
    missing: async (planted, files, cleaned) => {
      since(cleaned);
      const objects = () => objectTasks(out, files, new Set());
      await noteListed(objects(), objectKey(''));
      await uploadAll(objects, 'objects');
      const parts = () => partTasks(planted, (digest) => digest === planted.name);
      await noteListed(parts(), partKey(''));
      await uploadAll(parts, 'parts');
    },
    done: () => counts,
  };
}

/** How many tasks are not surely done. */
function countOf(tasks: Iterable<Task>, sure: ReadonlySet<string>): number {
  let count = 0;
  for (const { key } of tasks) if (!sure.has(key)) count += 1;
  return count;
}

/**
 * The objects with the bytes of files, each once. What a store sends with them is right for whoever asks it directly.
 *
 * @param has The digests of objects that are there.
 */
function* objectTasks(out: string, files: SiteFiles, has: ReadonlySet<string>): Generator<Task> {
  const seen = new Set(has);
  for (const [path, file] of files) {
    for (const wanted of wantedFiles([[path, file]])) {
      const { digest, size } = wanted;
      if (seen.has(digest)) continue;
      seen.add(digest);
      const settings = { type: file.type, encoding: encodingOf(wanted, file), cacheControl: cacheControl.immutable };
      yield { key: objectKey(digest), size, path: wanted.path, bytes: () => readWanted(out, wanted), settings };
    }
  }
}

function encodingOf({ digest }: Wanted, { encodings }: SiteFile): string | undefined {
  return (['br', 'gzip'] as const).find((name) => encodings[name]?.digest === digest);
}

/** The parts of a manifest, those below before those above; parts below existing ones exist, too. */
function* partTasks(
  { files, redirects, texts, name, root }: Planted,
  exists: (digest: string) => boolean,
): Generator<Task> {
  // Trees without entries are the same.
  const seen = new Set<string>();
  const walk = function* ({ root: digest, parts }: Pick<Tree<unknown>, 'root' | 'parts'>): Generator<Task> {
    const part = exists(digest) || seen.has(digest) ? undefined : parts.get(digest);
    if (!part) return;
    seen.add(digest);
    if ('below' in part) for (const [, below] of part.below) yield* walk({ root: below, parts });
    yield partTask(digest, () => partBytes(part));
  };
  for (const tree of [files, redirects, texts]) yield* walk(tree);
  if (!exists(name)) yield partTask(name, () => releaseBytes(root));
}

function partTask(digest: string, bytes: () => Buffer): Task {
  const settings = { type: 'application/json; charset=utf-8', cacheControl: cacheControl.immutable };
  return { key: partKey(digest), size: undefined, path: '', bytes: async () => bytes(), settings };
}
