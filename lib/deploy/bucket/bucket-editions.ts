import { setTimeout } from 'node:timers/promises';
import { basePath, type Edition, type Editions } from '../../serve/edition.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { readTarget } from '../../serve/request-target.ts';
import { candidatesFor } from '../../serve/resolve-path.ts';
import { seldom } from '../../serve/seldom.ts';
import { noRelease } from '../roll-back.ts';
import { keyOfPath } from './bucket-release.ts';
import { filesInBucket } from './files-in-bucket.ts';
import { manifestReader } from './manifest-reader.ts';
import { findIn } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { liveIn, type ReleaseInBucket, readPointer } from './pointer.ts';

/** How long to serve a release before checking for a newer one, in milliseconds. */
const lookEvery = 500;

/** How long a request waits for that check, in milliseconds. A store that is slower or away delays nothing else. */
const waitAtMost = 400;

/**
 * The successive live editions of a bucket: the release that `current.json` names. Of a manifest only parts are in memory, so
 * that a site may have any number of files.
 *
 * While the store is away, the last release stays, with all that is in memory of it.
 *
 * @param say Receives why the store cannot be read.
 * @throws LiveError if nothing was deployed there, or the store cannot be read at first.
 */
export async function bucketEditions(store: ObjectStore, say: (line: string) => void): Promise<Editions> {
  const report = seldom(say);
  const read = editionReader(store);
  let latest: Edition | undefined;
  let seen = '';
  let looked = 0;
  const look = async (): Promise<Edition> => {
    const state = await readPointer(store);
    const live = state && liveIn(state.says);
    if (live && live.root !== seen) {
      latest = await read(live);
      seen = live.root;
    }
    if (!latest) throw noRelease(store.address);
    looked = performance.now();
    return latest;
  };
  let current = await look();
  let underWay: Promise<void> | undefined;
  const refresh = (): Promise<void> => {
    underWay ??= look()
      .then(
        (edition) => {
          current = edition;
        },
        (error: unknown) =>
          report(`Checking for a newer site failed: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => {
        underWay = undefined;
        looked = performance.now();
      });
    return underWay;
  };
  /** The current edition, for requests: whether there is a newer one is looked up with the target. */
  const served = (): Edition => ({
    ...current,
    lookUp: async (target) => {
      if (performance.now() - looked > lookEvery) {
        const isAwaited = underWay === undefined;
        const refreshing = refresh();
        if (isAwaited) await Promise.race([refreshing, setTimeout(waitAtMost, undefined, { ref: false })]);
      }
      return current.lookUp ? current.lookUp(target) : current;
    },
  });
  return { latest: served, look: served };
}

/** Reads editions from a bucket. Of each, only what a request needs is looked up. */
function editionReader(store: ObjectStore): (release: ReleaseInBucket) => Promise<Edition> {
  const reader = manifestReader(store);
  const source = filesInBucket(store);
  return async ({ root, name }) => {
    const release = await reader.release(root);
    // The first parts are here before it is served.
    await Promise.all([reader.files(release.files.root), reader.redirects(release.redirects.root)]);
    const base = basePath(release.url);
    const empty = { name, source, base, files: new Map<string, SiteFile>(), redirects: new Map<string, string>() };
    return {
      ...empty,
      lookUp: async (target) => {
        const { files: paths, redirects: routes } = candidatesFor(readTarget(target), base);
        const found = await Promise.all(
          paths.map(async (path) => [path, await findIn(release.files.root, keyOfPath(path), reader.files)] as const),
        );
        const led = await Promise.all(
          routes.map(async (route) => [route, await findIn(release.redirects.root, route, reader.redirects)] as const),
        );
        return { ...empty, files: new Map(found.flatMap(defined)), redirects: new Map(led.flatMap(defined)) };
      },
    };
  };
}

function defined<Key, Value>([key, value]: readonly [Key, Value | undefined]): [Key, Value][] {
  return value === undefined ? [] : [[key, value]];
}
