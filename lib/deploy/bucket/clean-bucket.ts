import { throttledProgress } from '../../processes/throttled-progress.ts';
import { inBatches } from '../../processes/worker-pool.ts';
import { LiveError } from '../../serve/live-error.ts';
import { noRelease } from '../roll-back.ts';
import { wantedFiles } from '../verify-files.ts';
import { objectKey, partKey } from './bucket-release.ts';
import { underLease } from './lease.ts';
import { manifestReader } from './manifest-reader.ts';
import { partsOf, visitEntries } from './manifest-tree.ts';
import { mostRemoved, type ObjectStore } from './object-store.ts';
import { afterCleaning, type ReleaseInBucket, readPointer } from './pointer.ts';
import { takeTurns } from './turns.ts';

/** What a cleaning did, and how many objects are missing that releases need. */
export type Cleaned = { removed: number; kept: number; missing: number };

/** Objects younger than this may be from a deploy that is running, which would have to upload them again. */
const grace = 60 * 60_000;

/** How often a cleaning begins again while others deploy. */
const mostTries = 20;

/**
 * Deletes the objects that no listed release needs.
 *
 * First it finds them; then it announces in the pointer that it deletes, on condition that nothing was deployed since, and
 * withdraws that at the end. A deploy that is running cannot switch in between, and uploads again what it relied on.
 *
 * @param age How old objects must be to be deleted. For `any`, it does not matter that clocks differ.
 * @throws LiveError if there is no release, or others keep deploying.
 */
export async function cleanBucket(
  store: ObjectStore,
  now: Date,
  say: (line: string) => void,
  age: 'an hour or more' | 'any' = 'an hour or more',
): Promise<Cleaned> {
  const cleaned = await takeTurns(mostTries, async () => {
    const state = await readPointer(store);
    if (!state) throw noRelease(store.address);
    const { says, tag } = await afterCleaning(store, state, say);
    const missing = await neededKeys(store, says.releases);
    const doomed: string[] = [];
    let kept = 0;
    for (const beginning of [objectKey(''), partKey('')]) {
      for await (const { key, changed } of store.list(beginning)) {
        const isNeeded = missing.delete(key);
        const isOld = age === 'any' || now.getTime() - changed >= grace;
        if (!isNeeded && isOld) doomed.push(key);
        else kept += 1;
      }
    }
    const done = { removed: doomed.length, kept, missing: missing.size };
    if (doomed.length === 0) return done;
    const tell = throttledProgress(say);
    const isDone = await underLease(store, { ...says, cleaned: says.cleaned + 1 }, tag, async (goOn) => {
      let count = 0;
      for (const some of inBatches(doomed, mostRemoved)) {
        await goOn();
        await store.remove(some);
        count += some.length;
        tell(() => `${count} of ${doomed.length} objects are deleted …`);
      }
    });
    return isDone ? done : undefined;
  });
  if (cleaned) return cleaned;
  throw new LiveError(
    `Others keep deploying to ${store.address}. Nothing was deleted. Try again when they have ended.`,
  );
}

/** The keys of everything that releases need. */
async function neededKeys(store: ObjectStore, releases: readonly ReleaseInBucket[]): Promise<Set<string>> {
  const needed = new Set<string>();
  const reader = manifestReader(store);
  const leaves = new Set<string>();
  for (const { root } of releases) {
    needed.add(partKey(root));
    const { files, redirects, texts } = await reader.release(root);
    const ofFiles = await partsOf(files.root, reader.files);
    const others = [await partsOf(redirects.root, reader.redirects), await partsOf(texts.root, reader.texts)];
    for (const { all } of [ofFiles, ...others]) for (const digest of all) needed.add(partKey(digest));
    for (const leaf of ofFiles.leaves) leaves.add(leaf);
  }
  await visitEntries(leaves, reader.files, (path, file) => {
    for (const { digest } of wantedFiles([[path, file]])) needed.add(objectKey(digest));
  });
  return needed;
}
