import type { Forgotten } from '../forget.ts';
import { releaseName } from '../releases.ts';
import { noRelease } from '../roll-back.ts';
import { manifestReader, pathOfKey, plantRelease } from './bucket-release.ts';
import { cleanBucket } from './clean-bucket.ts';
import { entriesOf, type PartOf, partsOf } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn } from './pointer.ts';
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
  await changePointer(store, say, async (says) => {
    const live = liveIn(says);
    if (!live) throw noRelease(store.address);
    const reader = manifestReader(store);
    const release = await reader.release(live.root);
    const files = await allOf(release.files.root, reader.files);
    const own = new Map([...files].flatMap(([key, file]) => (file.carried ? [] : [[pathOfKey(key), file] as const])));
    const others = says.releases.map(({ name }) => name).filter((name) => name !== live.name);
    Object.assign(done, { live: live.name, releases: others, carried: files.size - own.size });
    if (files.size === own.size) {
      return others.length === 0 ? undefined : { ...says, releases: [live] };
    }
    const planted = plantRelease(
      {
        url: release.url,
        redirects: Object.fromEntries(await allOf(release.redirects.root, reader.redirects)),
        texts: Object.fromEntries(await allOf(release.texts.root, reader.texts)),
      },
      own,
      now,
    );
    await upload.changed(planted, says.cleaned, { files, added: new Map(), parts: new Set() });
    done.live = releaseName(
      now,
      planted.root.digest,
      says.releases.map(({ name }) => name),
    );
    const next = { name: done.live, root: planted.name, files: planted.root.files.count };
    return { ...says, live: done.live, releases: [next] };
  });
  await cleanBucket(store, now, say, 0);
  return done;
}

async function allOf<Value>(root: string, partOf: PartOf<Value>): Promise<Map<string, Value>> {
  return entriesOf((await partsOf(root, partOf)).leaves, partOf);
}
