import { addressOfKey, articleKeyAt } from '../../model/urls.ts';
import { type Gone, goneFrom, type PublicText } from '../../publication/public-texts.ts';
import { inEach, type ListedRelease, noRelease, noSuchRelease, refuseTakenDown } from '../roll-back.ts';
import { type BucketRelease, type ManifestReader, manifestReader } from './bucket-release.ts';
import { difference, findIn } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn, readPointer } from './pointer.ts';

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

/**
 * Makes an earlier release in a bucket live again, with one write. Everything that a listed release needs is there, unless
 * somebody has deleted it by hand.
 *
 * @param wanted The name of a release, or how many to go back.
 * @param bringBack As for a folder.
 * @returns The name of the release that is live now.
 */
export async function rollBackInBucket(
  store: ObjectStore,
  wanted: string | number,
  bringBack: readonly string[],
  say: (line: string) => void,
): Promise<string> {
  const { live } = await changePointer(store, say, async (says, isFirst) => {
    if (isFirst) throw noRelease(store.address);
    const { releases } = says;
    const at = releases.findIndex(({ name }) => name === says.live);
    const release =
      typeof wanted === 'string'
        ? releases.find(({ name }) => name === wanted)
        : at < 0
          ? undefined
          : releases[at - wanted];
    if (!release) throw noSuchRelease(store.address, wanted);
    const { name } = release;
    if (name === says.live) return undefined;
    const reader = manifestReader(store);
    const target = await reader.release(release.root);
    if (!bringBack.includes(name)) {
      const others = [liveIn(says), releases.at(-1)].flatMap((one) => (one ? [one.root] : []));
      const gone = await Promise.all(
        [...new Set(others)].map(async (root) => goneSince(target, await reader.release(root), reader)),
      );
      refuseTakenDown(store.address, name, bringBack, inEach(gone));
    }
    return { ...says, live: name };
  });
  return live;
}

/** What readers can see of articles in a release and cannot see in another. */
async function goneSince(target: BucketRelease, other: BucketRelease, reader: ManifestReader): Promise<Gone[]> {
  const { before } = await difference(target.texts.root, other.texts.root, reader.texts);
  const texts: Record<string, PublicText> = {};
  const redirects: Record<string, string> = {};
  for (const slug of before.keys()) {
    const moved = await findIn(other.redirects.root, addressOfKey(slug), reader.redirects);
    if (moved !== undefined) redirects[addressOfKey(slug)] = moved;
    const key = moved === undefined ? slug : (articleKeyAt(moved) ?? slug);
    const text = await findIn(other.texts.root, key, reader.texts);
    if (text) texts[key] = text;
  }
  return goneFrom(Object.fromEntries(before), { texts, redirects });
}
