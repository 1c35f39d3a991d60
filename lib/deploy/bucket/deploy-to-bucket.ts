import { aloneIn } from '../../press/cache/build-cache.ts';
import { type Gone, goneFrom, type PublicTexts } from '../../publication/public-texts.ts';
import { LiveError } from '../../serve/live-error.ts';
import { finishedSite } from '../../serve/read-built-site.ts';
import { type SiteFile, siteFiles } from '../../serve/release-manifest.ts';
import { carriedFiles } from '../carried-files.ts';
import { droppedAddresses, notAllowed, wouldDrop } from '../dropped.ts';
import { kept, releaseName } from '../releases.ts';
import { changedSiteError, strayFiles, wantedFiles } from '../verify-files.ts';
import { type ManifestReader, manifestReader, type Planted, pathOfKey, plantRelease } from './bucket-release.ts';
import { difference, entriesOf, partsOf } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { changePointer, liveIn, type ReleaseInBucket } from './pointer.ts';
import { warnOfUnconditionalWrites } from './probe-conditions.ts';
import { type Uploaded, uploader } from './upload.ts';

/** What a deploy to a bucket did. */
export type DeployedToBucket = Uploaded & {
  name: string;
  wasLive: boolean;
  carried: number;
  gone: Gone[];
  atFault: readonly string[];
};

/** A release as far as it differs from the site that is deployed. */
export type BeforeInBucket = {
  digest: string;
  /** The files that it has and the site does not have in this form. */
  files: ReadonlyMap<string, SiteFile>;
  /** The files of the site that it does not have in this form. */
  added: ReadonlyMap<string, SiteFile>;
  texts: PublicTexts;
  /** Parts of its manifest; those below parts that the site has as well may be left out. */
  parts: ReadonlySet<string>;
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
  return aloneIn(out, say, async () => {
    const noted = finishedSite(out);
    const { atFault } = noted;
    const files = siteFiles(noted);
    const stray = strayFiles(out, wantedFiles(files));
    if (stray.length > 0) throw changedSiteError(out, stray);
    const own = plantRelease(noted, files, now);
    const upload = uploader(out, store, say);
    let done: Pick<DeployedToBucket, 'name' | 'wasLive' | 'carried' | 'gone'> | undefined;
    await warnOfUnconditionalWrites(store, say);
    await changePointer(store, say, async (says) => {
      const live = liveIn(says);
      const before = live && (await readBefore(live, own, manifestReader(store, own)));
      if (live && before?.digest === own.root.digest) {
        // Only what somebody has deleted is uploaded again.
        const carried = [...before.files].filter(([, file]) => file.carried);
        const planted = carried.length > 0 ? plantRelease(noted, new Map([...files, ...carried]), now) : own;
        await upload.missing(planted, says.cleaned);
        done = { name: live.name, wasLive: true, carried: 0, gone: [] };
        return undefined;
      }
      const earlier = before && { files: Object.fromEntries(before.files), texts: before.texts };
      const dropped = earlier ? notAllowed(droppedAddresses(earlier, files, noted), drop) : [];
      if (dropped.length > 0) throw wouldDrop(store.address, dropped);
      const carried = carriedFiles(noted, files, earlier);
      const planted = carried.length > 0 ? plantRelease(noted, new Map([...files, ...carried]), now) : own;
      await upload.changed(planted, says.cleaned, before);
      const name = releaseName(
        now,
        own.root.digest,
        says.releases.map((release) => release.name),
      );
      done = { name, wasLive: false, carried: carried.length, gone: goneFrom(before?.texts ?? {}, noted) };
      const release: ReleaseInBucket = { name, root: planted.name, files: planted.root.files.count };
      return { ...says, live: name, releases: [...says.releases, release].slice(-kept) };
    });
    if (!done) throw new LiveError(`Nothing was deployed to ${store.address}. Try again.`);
    return { ...done, ...upload.done(), atFault };
  });
}

/** Reads of a release what the site that is deployed does not have as well. */
export async function readBefore(live: ReleaseInBucket, own: Planted, reader: ManifestReader): Promise<BeforeInBucket> {
  const release = await reader.release(live.root);
  const files = await difference(release.files.root, own.files.root, reader.files);
  const texts = await textsOf(release.texts.root, reader);
  const parts = [
    await partsOf(release.files.root, reader.files, (digest) => own.files.parts.has(digest)),
    await partsOf(release.texts.root, reader.texts, (digest) => own.texts.parts.has(digest)),
    await partsOf(release.redirects.root, reader.redirects, (digest) => own.redirects.parts.has(digest)),
  ];
  return {
    digest: release.digest,
    files: byPath(files.before),
    added: byPath(files.after),
    texts,
    parts: new Set(parts.flatMap(({ all }) => [...all])),
  };
}

function byPath(files: ReadonlyMap<string, SiteFile>): Map<string, SiteFile> {
  return new Map([...files].map(([key, file]) => [pathOfKey(key), file]));
}

/** What readers can see of all articles in a release; parts that the site has as well are not read from the store. */
async function textsOf(root: string, reader: ManifestReader): Promise<PublicTexts> {
  const { leaves } = await partsOf(root, reader.texts);
  return Object.fromEntries(await entriesOf(leaves, reader.texts));
}
