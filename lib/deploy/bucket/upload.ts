import { taskQueue } from '../../processes/task-queue.ts';
import { throttledProgress } from '../../processes/throttled-progress.ts';
import { cacheControl } from '../../serve/headers.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { changedSiteError, readWanted, type Wanted, wantedFiles } from '../verify-files.ts';
import { objectKey, type Planted, partKey, pathOfKey, releaseBytes } from './bucket-release.ts';
import { type Part, partBytes, type Tree } from './manifest-tree.ts';
import type { ObjectStore, PutSettings } from './object-store.ts';

/** How many objects are uploaded at once. */
const atOnce = 16;

/** From how many objects on it is quicker to ask first which of them an interrupted deploy has uploaded. */
const worthListing = 1000;

/** What was uploaded: objects with bytes of files, and parts of manifests. */
export type Uploaded = { objects: number; parts: number };

/** What the release that is live has: the entries that differ from those of the site, and the parts of its manifest. */
type Existing = {
  files: ReadonlyMap<string, SiteFile>;
  added: ReadonlyMap<string, SiteFile>;
  parts: ReadonlySet<string>;
};

/** Uploads what a release needs and the store does not have, however often its deploy has to begin again. */
export type Uploader = {
  /**
   * Uploads what differs from an existing release, or everything.
   *
   * @param cleaned How often objects have been deleted: what was uploaded before the last time is uploaded again.
   */
  changed: (planted: Planted, cleaned: number, existing: Existing | undefined) => Promise<void>;
  /** Uploads what is not in the store of files and parts of a manifest whose root is there. The store lists everything. */
  missing: (planted: Planted, cleaned: number) => Promise<void>;
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
  const uploadAll = async (tasks: readonly Task[], kind: keyof Uploaded): Promise<void> => {
    const due = tasks.filter(({ key }) => !sure.has(key));
    const tell = throttledProgress(say);
    const wrong: string[] = [];
    const queue = taskQueue(atOnce);
    let count = 0;
    for (const { key, bytes, path, settings } of due) {
      await queue.add(async () => {
        const content = await bytes();
        if (!content) return void wrong.push(path);
        await store.put(key, content, settings);
        sure.add(key);
        counts[kind] += 1;
        count += 1;
        tell(
          () => `${count} of ${due.length} ${kind === 'objects' ? 'objects' : 'parts of the manifest'} are uploaded …`,
        );
      });
    }
    await queue.done();
    if (wrong.length > 0) throw changedSiteError(out, wrong);
  };
  const noteListed = async (tasks: readonly Task[], beginning: string): Promise<void> => {
    const sizes = new Map<string, number>();
    for await (const { key, size } of store.list(beginning)) sizes.set(key, size);
    for (const { key, size } of tasks) {
      const listed = sizes.get(key);
      if (listed !== undefined && (size === undefined || size === listed)) sure.add(key);
      else sure.delete(key);
    }
  };
  return {
    changed: async (planted, cleaned, existing) => {
      since(cleaned);
      const candidates = existing ? existing.added : filesOf(planted);
      const has = new Set(wantedFiles(existing?.files ?? []).map(({ digest }) => digest));
      const tasks = objectTasks(out, candidates).filter(({ digest }) => !has.has(digest));
      if (tasks.filter(({ key }) => !sure.has(key)).length >= worthListing) await noteListed(tasks, objectKey(''));
      await uploadAll(tasks, 'objects');
      await uploadAll(
        partTasks(planted, (digest) => existing?.parts.has(digest) ?? false),
        'parts',
      );
    },
    missing: async (planted, cleaned) => {
      since(cleaned);
      const objects = objectTasks(out, filesOf(planted));
      await noteListed(objects, objectKey(''));
      await uploadAll(objects, 'objects');
      const parts = partTasks(planted, (digest) => digest === planted.name);
      await noteListed(parts, partKey(''));
      await uploadAll(parts, 'parts');
    },
    done: () => counts,
  };
}

function filesOf({ files }: Planted): Map<string, SiteFile> {
  const found = new Map<string, SiteFile>();
  for (const part of files.parts.values()) {
    if ('entries' in part) for (const [key, file] of part.entries) found.set(pathOfKey(key), file);
  }
  return found;
}

/** The objects with the bytes of files, each once. What a store sends with them is right for whoever asks it directly. */
function objectTasks(out: string, files: ReadonlyMap<string, SiteFile>): (Task & { digest: string })[] {
  const tasks = new Map<string, Task & { digest: string }>();
  const add = (wanted: Wanted, type: string, encoding?: string) => {
    const { digest, size, path } = wanted;
    const settings = { type, encoding, cacheControl: cacheControl.immutable };
    tasks.set(digest, { key: objectKey(digest), digest, size, path, bytes: () => readWanted(out, wanted), settings });
  };
  for (const [path, file] of files) {
    for (const wanted of wantedFiles([[path, file]])) add(wanted, file.type, encodingOf(wanted, file));
  }
  return [...tasks.values()];
}

function encodingOf({ digest }: Wanted, { encodings }: SiteFile): string | undefined {
  return (['br', 'gzip'] as const).find((name) => encodings[name]?.digest === digest);
}

/** The parts of a manifest, those below before those above; parts below existing ones exist, too. */
function partTasks({ files, redirects, texts, name, root }: Planted, exists: (digest: string) => boolean): Task[] {
  const settings = { type: 'application/json; charset=utf-8', cacheControl: cacheControl.immutable };
  const task = (digest: string, bytes: () => Buffer): Task => {
    return { key: partKey(digest), size: undefined, path: '', bytes: async () => bytes(), settings };
  };
  const tasks = [files, redirects, texts].flatMap(({ root: top, parts }: Tree<unknown>) => {
    const due = new Map<string, Part<unknown>>();
    const walk = (digest: string) => {
      const part = exists(digest) ? undefined : parts.get(digest);
      if (!part || due.has(digest)) return;
      if ('below' in part) for (const [, below] of part.below) walk(below);
      due.set(digest, part);
    };
    walk(top);
    return [...due].map(([digest, part]) => task(digest, () => partBytes(part)));
  });
  // Trees without entries are the same.
  const distinct = new Map(tasks.map((one) => [one.key, one])).values();
  return [...distinct, ...(exists(name) ? [] : [task(name, () => releaseBytes(root))])];
}
