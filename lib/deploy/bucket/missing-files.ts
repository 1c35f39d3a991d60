import { taskQueue } from '../../processes/task-queue.ts';
import { wantedFiles } from '../verify-files.ts';
import { type BucketRelease, objectKey, pathOfKey } from './bucket-release.ts';
import type { ManifestReader } from './manifest-reader.ts';
import { allEntries, difference, type PartOf } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';

/** How many objects are looked for at once. */
const atOnce = 32;

/** The number of objects from which it is quicker to list all that the store has. */
const worthListing = 1000;

/**
 * The files of a release whose bytes the store does not have: somebody has deleted them.
 *
 * @param shown A release that readers see now. What both have is not looked for: without it, readers would miss it already.
 * @throws DamagedError if part of a manifest is missing: of this release, or of the one that readers see.
 */
export async function missingFiles(
  store: ObjectStore,
  reader: ManifestReader,
  release: BucketRelease,
  shown: BucketRelease | undefined,
): Promise<string[]> {
  const files = await onlyIn('files', release, shown, reader.files);
  // They are read, which is all that is needed of them.
  await onlyIn('redirects', release, shown, reader.redirects);
  await onlyIn('texts', release, shown, reader.texts);
  const wanted = wantedFiles([...files.own].map(([key, file]) => [pathOfKey(key), file]));
  const others = new Set(wantedFiles(files.others).map(({ digest }) => digest));
  const due = wanted.filter(({ digest }) => !others.has(digest));
  const sizes = due.length < worthListing ? await sizesOf(due, store) : await listedSizes(store);
  return due.filter(({ digest, size }) => sizes.get(digest) !== size).map(({ path }) => path);
}

/** The entries of a tree, as far as they are not in the parts that another release has too, and those of that. */
async function onlyIn<Value>(
  tree: 'files' | 'redirects' | 'texts',
  release: BucketRelease,
  shown: BucketRelease | undefined,
  partOf: PartOf<Value>,
): Promise<{ own: Map<string, Value>; others: Map<string, Value> }> {
  const { root } = release[tree];
  if (!shown) return { own: await allEntries(root, partOf), others: new Map() };
  const { before, after } = await difference(root, shown[tree].root, partOf);
  return { own: before, others: after };
}

type Sizes = Map<string, number | undefined>;

async function sizesOf(objects: readonly { digest: string }[], store: ObjectStore): Promise<Sizes> {
  const sizes: Sizes = new Map();
  const queue = taskQueue(atOnce);
  for (const digest of new Set(objects.map((one) => one.digest)))
    await queue.add(async () => void sizes.set(digest, await store.size(objectKey(digest))));
  await queue.done();
  return sizes;
}

async function listedSizes(store: ObjectStore): Promise<Sizes> {
  const sizes: Sizes = new Map();
  const beginning = objectKey('');
  for await (const { key, size } of store.list(beginning)) sizes.set(key.slice(beginning.length), size);
  return sizes;
}
