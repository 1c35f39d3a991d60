import type { Forgotten } from '../forget.ts';
import { releaseName } from '../releases.ts';
import { noRelease } from '../roll-back.ts';
import { pathOfKey, plantRelease } from './bucket-release.ts';
import { cleanBucket } from './clean-bucket.ts';
import { manifestReader } from './manifest-reader.ts';
import { allEntries } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn, type Pointer } from './pointer.ts';
import { adding, liveIsUnchanged } from './store-fault.ts';
import { uploader } from './upload.ts';

/**
 * Deletes from a bucket everything but the live release's own files, however young: other releases, and files that it
 * carries from earlier ones. If it carries any, a release without them goes live in its place.
 *
 * @throws LiveError if no release is live.
 */
export async function forgetInBucket(store: ObjectStore, now: Date, say: (line: string) => void): Promise<Forgotten> {
  const done: Forgotten = { live: '', releases: [], carried: 0 };
  const upload = uploader('', store, say);
  const switchAlone = async (says: Pointer): Promise<Pointer | undefined> => {
    const live = liveIn(says);
    if (!live) throw noRelease(store.address);
    const reader = manifestReader(store);
    const release = await reader.release(live.root);
    const files = await allEntries(release.files.root, reader.files);
    const own = new Map([...files].flatMap(([key, file]) => (file.carried ? [] : [[pathOfKey(key), file] as const])));
    const others = says.releases.map(({ name }) => name).filter((name) => name !== live.name);
    Object.assign(done, { live: live.name, releases: others, carried: files.size - own.size });
    if (files.size === own.size) {
      return others.length === 0 ? undefined : { ...says, releases: [live] };
    }
    const planted = plantRelease(
      {
        url: release.url,
        redirects: Object.fromEntries(await allEntries(release.redirects.root, reader.redirects)),
        texts: Object.fromEntries(await allEntries(release.texts.root, reader.texts)),
      },
      own,
      now,
    );
    await upload.changed(planted, new Map(), says.cleaned, undefined);
    done.live = releaseName(
      now,
      planted.root.digest,
      says.releases.map(({ name }) => name),
    );
    const next = { name: done.live, root: planted.name, files: planted.root.files.count };
    return { ...says, live: done.live, releases: [next] };
  };
  await adding(liveIsUnchanged, () => changePointer(store, say, switchAlone));
  await adding('Not everything is deleted. Run --forget again.', () => cleanBucket(store, now, say, 'any'));
  return done;
}
