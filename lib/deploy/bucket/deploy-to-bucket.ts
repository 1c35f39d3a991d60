import { aloneIn } from '../../press/cache/build-cache.ts';
import type { Gone } from '../../publication/public-texts.ts';
import { LiveError } from '../../serve/live-error.ts';
import { kept, releaseName } from '../releases.ts';
import { compareRelease } from './compared-release.ts';
import { manifestReader } from './manifest-reader.ts';
import { nextRelease, plantedWith, siteToDeploy } from './next-release.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn, type Pointer, type ReleaseInBucket } from './pointer.ts';
import { warnOfUnconditionalWrites } from './probe-conditions.ts';
import { adding, liveIsUnchanged } from './store-fault.ts';
import { type Uploaded, uploader } from './upload.ts';

/** What a deploy to a bucket did. */
export type DeployedToBucket = Uploaded & {
  name: string;
  wasLive: boolean;
  carried: number;
  gone: Gone[];
  atFault: readonly string[];
};

/**
 * Deploys a finished site to a bucket: uploads what no release there has, and then switches by one conditional write.
 *
 * If it is killed, the store fails or its quota is used up, the previous release stays live. Deploys at once, from
 * whatever machines, both succeed, one after the other.
 *
 * @param drop As for a folder.
 * @throws LiveError if the site is incomplete or drops other addresses, or the store fails.
 */
export async function deployToBucket(
  out: string,
  store: ObjectStore,
  now: Date,
  say: (line: string) => void,
  drop: readonly string[] = [],
): Promise<DeployedToBucket> {
  const work = async () => {
    const site = siteToDeploy(out, now);
    const { noted, files, own } = site;
    const upload = uploader(out, store, say);
    let done: Pick<DeployedToBucket, 'name' | 'wasLive' | 'carried' | 'gone'> | undefined;
    const next = async (says: Pointer): Promise<Pointer | undefined> => {
      const live = liveIn(says);
      const before = live && (await compareRelease(live, own, manifestReader(store, own)));
      if (live && before?.digest === own.root.digest) {
        // Only what somebody has deleted is uploaded again.
        const carried = new Map([...before.files].filter(([, file]) => file.carried));
        await upload.missing(plantedWith(site, carried), files, says.cleaned);
        done = { name: live.name, wasLive: true, carried: 0, gone: [] };
        return undefined;
      }
      const { planted, carried, gone } = nextRelease(site, before, store.address, drop);
      await upload.changed(planted, before?.added ?? files, says.cleaned, before);
      const name = releaseName(
        now,
        own.root.digest,
        says.releases.map((release) => release.name),
      );
      done = { name, wasLive: false, carried: carried.size, gone };
      const release: ReleaseInBucket = { name, root: planted.name, files: planted.root.files.count };
      return { ...says, live: name, releases: [...says.releases, release].slice(-kept) };
    };
    await warnOfUnconditionalWrites(store, say);
    await changePointer(store, say, next);
    if (!done) throw new LiveError(`Nothing was deployed to ${store.address}. Try again.`);
    return { ...done, ...upload.done(), atFault: noted.atFault };
  };
  return aloneIn(out, say, () => adding(liveIsUnchanged, work));
}
