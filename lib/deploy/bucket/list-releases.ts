import { type ListedRelease, noRelease } from '../roll-back.ts';
import type { ObjectStore } from './object-store.ts';
import { readPointer } from './pointer.ts';

/**
 * The releases in a bucket, the newest first.
 *
 * @throws LiveError if there is none.
 */
export async function releasesInBucket(store: ObjectStore): Promise<ListedRelease[]> {
  const state = await readPointer(store);
  if (!state) throw noRelease(store.address);
  const { live, releases } = state.says;
  return releases.toReversed().map(({ name, files }) => ({ name, files, isLive: name === live }));
}
