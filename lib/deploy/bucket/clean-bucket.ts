import { throttledProgress } from '../../processes/throttled-progress.ts';
import { LiveError } from '../../serve/live-error.ts';
import { noRelease } from '../roll-back.ts';
import { wantedFiles } from '../verify-files.ts';
import { manifestReader, objectKey, partKey } from './bucket-release.ts';
import { underLease } from './lease.ts';
import { entriesOf, partsOf } from './manifest-tree.ts';
import { type ObjectStore, waitForTurn } from './object-store.ts';
import { afterCleaning, type ReleaseInBucket, readPointer } from './pointer.ts';

/** What a cleaning did. */
export type Cleaned = { removed: number; kept: number };

/** Objects younger than this may be from a deploy that is running, which would have to upload them again. */
const usualGrace = 60 * 60_000;

/** The most objects that are deleted between two looks whether the cleaning may go on. */
const batch = 1000;

/** How often a cleaning begins again while others deploy. */
const mostTries = 20;

/**
 * Deletes the objects that no listed release needs.
 *
 * First it finds them; then it announces in the pointer that it deletes, on condition that nothing was deployed since, and
 * withdraws that at the end. A deploy that is running cannot switch in between, and uploads again what it relied on.
 *
 * @param grace The age from which objects are deleted, in milliseconds; an hour by default.
 * @throws LiveError if there is no release, or others keep deploying.
 */
export async function cleanBucket(
  store: ObjectStore,
  now: Date,
  say: (line: string) => void,
  grace: number = usualGrace,
): Promise<Cleaned> {
  for (let time = 0; time < mostTries; time += 1) {
    const state = await readPointer(store);
    if (!state) throw noRelease(store.address);
    const { says, tag } = await afterCleaning(store, state, say);
    const needed = await neededKeys(store, says.releases);
    const doomed: string[] = [];
    let kept = 0;
    for (const beginning of [objectKey(''), partKey('')]) {
      for await (const { key, changed } of store.list(beginning)) {
        if (!needed.has(key) && now.getTime() - changed >= grace) doomed.push(key);
        else kept += 1;
      }
    }
    if (doomed.length === 0) return { removed: 0, kept };
    const tell = throttledProgress(say);
    const isDone = await underLease(store, { ...says, cleaned: says.cleaned + 1 }, tag, async (goOn) => {
      for (let start = 0; start < doomed.length; start += batch) {
        await goOn();
        await store.remove(doomed.slice(start, start + batch));
        tell(() => `${start + batch} of ${doomed.length} objects are deleted …`);
      }
    });
    if (isDone) return { removed: doomed.length, kept };
    await waitForTurn(time);
  }
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
  for (const leaf of leaves) {
    const files = await entriesOf([leaf], reader.files);
    for (const { digest } of wantedFiles(files)) needed.add(objectKey(digest));
  }
  return needed;
}
