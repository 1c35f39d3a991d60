import { addressOfKey, articleKeyAt } from '../../model/urls.ts';
import { type Gone, goneFrom, type PublicText } from '../../publication/public-texts.ts';
import { LiveError } from '../../serve/live-error.ts';
import { inEach, noRelease, noSuchRelease, refuseTakenDown } from '../roll-back.ts';
import { someOf } from '../verify-files.ts';
import type { BucketRelease } from './bucket-release.ts';
import { DamagedError, type ManifestReader, manifestReader } from './manifest-reader.ts';
import { difference, findIn } from './manifest-tree.ts';
import { missingFiles } from './missing-files.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn, type Pointer, type ReleaseInBucket } from './pointer.ts';
import { adding, liveIsUnchanged } from './store-fault.ts';

/**
 * Makes an earlier release in a bucket live again, with one write, after checking that the store has all that the live one does
 * not have as well.
 *
 * @param wanted The name of a release, or how many to go back.
 * @param bringBack As for a folder.
 * @returns The name of the release that is live now.
 * @throws LiveError if there is no such release, it lacks files, or it contains what was taken down since.
 */
export async function rollBackInBucket(
  store: ObjectStore,
  wanted: string | number,
  bringBack: readonly string[],
  say: (line: string) => void,
): Promise<string> {
  const back = async (says: Pointer, isFirst: boolean): Promise<Pointer | undefined> => {
    if (isFirst) throw noRelease(store.address);
    const release = releaseAt(says, wanted);
    if (!release) throw noSuchRelease(store.address, wanted);
    const { name, root } = release;
    if (name === says.live) return undefined;
    const reader = manifestReader(store);
    const target = await reader.release(root);
    const live = liveIn(says);
    const shown = live && (await unlessDamaged(() => reader.release(live.root)));
    const missing =
      (await unlessDamaged(() => missingFiles(store, reader, target, shown))) ??
      // Perhaps it is the live release of which something is missing: a rollback leads out of that.
      (await missingFiles(store, reader, target, undefined));
    if (missing.length > 0) throw lacksFiles(store, name, missing);
    if (!bringBack.includes(name)) {
      const newest = says.releases.at(-1)?.root;
      const gone = await unlessDamaged(() => broughtBack(target, [live?.root, newest], reader));
      refuseTakenDown(store.address, name, bringBack, gone);
    }
    return { ...says, live: name };
  };
  const { live } = await adding(liveIsUnchanged, () => changePointer(store, say, back));
  return live;
}

/** The release with a name, or a number of releases before the live one. */
function releaseAt({ releases, live }: Pointer, wanted: string | number): ReleaseInBucket | undefined {
  if (typeof wanted === 'string') return releases.find(({ name }) => name === wanted);
  const at = releases.findIndex(({ name }) => name === live);
  return at < 0 ? undefined : releases[at - wanted];
}

function lacksFiles({ address }: ObjectStore, name: string, missing: readonly string[]): LiveError {
  return new LiveError(
    `Release ${name} lacks files that somebody has deleted from ${address}: ${someOf(missing)}. What is live is unchanged. Choose another: npm run deploy -- ${address} --list`,
  );
}

/** The result of work; `undefined` if part of a manifest is missing. */
async function unlessDamaged<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DamagedError) return undefined;
    throw error;
  }
}

/** What readers can see of articles in a release and can see in none of others. */
async function broughtBack(
  target: BucketRelease,
  others: readonly (string | undefined)[],
  reader: ManifestReader,
): Promise<Gone[]> {
  const roots = new Set(others.flatMap((root) => root ?? []));
  return inEach(
    await Promise.all([...roots].map(async (root) => goneSince(target, await reader.release(root), reader))),
  );
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
