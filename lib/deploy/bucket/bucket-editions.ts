import { setTimeout } from 'node:timers/promises';
import { basePath, type Edition, type Editions } from '../../serve/edition.ts';
import type { AnsweredBytes, FileSource, OpenFile } from '../../serve/file-source.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { readTarget } from '../../serve/request-target.ts';
import { candidatesFor } from '../../serve/resolve-path.ts';
import { seldom } from '../../serve/seldom.ts';
import { noRelease } from '../roll-back.ts';
import { keyOfPath, manifestReader, objectKey } from './bucket-release.ts';
import { findIn } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { liveIn, readPointer } from './pointer.ts';
import { recentParts } from './recent-parts.ts';

/** After how long a release is no longer served without a look whether there is a newer one, in milliseconds. */
const lookEvery = 500;

/** How long a request waits for that look. A store that is slower or away delays nothing else. */
const waitAtMost = 400;

/** How many parts of manifests are in memory, of about 100 kB each. */
const partsInMemory = 400;

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
  const reader = manifestReader(store);
  const files = recentParts(reader.files, partsInMemory);
  const redirects = recentParts(reader.redirects, partsInMemory);
  const source = filesInBucket(store);

  const read = async (root: string, name: string): Promise<Edition> => {
    const release = await reader.release(root);
    // The first parts are here before it is served.
    await Promise.all([files(release.files.root), redirects(release.redirects.root)]);
    const base = basePath(release.url);
    const empty = { name, source, base, files: new Map<string, SiteFile>(), redirects: new Map<string, string>() };
    return {
      ...empty,
      lookUp: async (target) => {
        const { files: paths, redirects: routes } = candidatesFor(readTarget(target), base);
        const found = await Promise.all(
          paths.map(async (path) => [path, await findIn(release.files.root, keyOfPath(path), files)] as const),
        );
        const led = await Promise.all(
          routes.map(async (route) => [route, await findIn(release.redirects.root, route, redirects)] as const),
        );
        return { ...empty, files: new Map(found.flatMap(defined)), redirects: new Map(led.flatMap(defined)) };
      },
    };
  };

  let seen = '';
  let latest: Edition | undefined;
  let looked = 0;
  const look = async (): Promise<Edition> => {
    const state = await readPointer(store);
    const live = state && liveIn(state.says);
    if (!live && !latest) throw noRelease(store.address);
    if (live && live.root !== seen) {
      latest = await read(live.root, live.name);
      seen = live.root;
    }
    if (!latest) throw noRelease(store.address);
    looked = performance.now();
    return latest;
  };
  const first = await look();
  let underWay: Promise<void> | undefined;
  const refresh = (): Promise<void> => {
    underWay ??= look()
      .then(
        () => {},
        (error: unknown) =>
          report(`Checking for a newer site failed: ${error instanceof Error ? error.message : error}`),
      )
      .finally(() => {
        underWay = undefined;
        looked = performance.now();
      });
    return underWay;
  };
  const current = () => latest ?? first;
  /** The current edition, for requests: whether there is a newer one is looked up with the target. */
  const served = (): Edition => {
    const edition = current();
    return {
      ...edition,
      lookUp: async (target) => {
        if (performance.now() - looked > lookEvery) {
          const isAwaited = underWay === undefined;
          const refreshing = refresh();
          if (isAwaited) await Promise.race([refreshing, setTimeout(waitAtMost, undefined, { ref: false })]);
        }
        const now = current();
        return now.lookUp ? now.lookUp(target) : now;
      },
    };
  };
  return { latest: served, look: served };
}

function defined<Key, Value>([key, value]: readonly [Key, Value | undefined]): [Key, Value][] {
  return value === undefined ? [] : [[key, value]];
}

/** The files in a bucket, by digest. Their bytes are streamed, no faster than a reader takes them. */
function filesInBucket(store: ObjectStore): FileSource {
  return { name: store.address, isAwayAtTimes: true, open: (wanted) => openObject(store, wanted) };
}

async function openObject(store: ObjectStore, { digest, start, end }: AnsweredBytes): Promise<OpenFile | undefined> {
  const stream = end < start ? [] : await store.stream(objectKey(digest), start, end);
  if (!stream) return undefined;
  const pieces = piecesOf(stream);
  let rest: Uint8Array = new Uint8Array();
  const read = async (buffer: Buffer, offset: number, length: number) => {
    if (rest.byteLength === 0) rest = (await pieces.next()).value ?? rest;
    const piece = rest.subarray(0, length);
    buffer.set(piece, offset);
    rest = rest.subarray(piece.byteLength);
    return { bytesRead: piece.byteLength, buffer };
  };
  return {
    read: read as OpenFile['read'],
    close: async () => {
      await pieces.return(undefined);
    },
  };
}

async function* piecesOf(
  stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array, undefined> {
  for await (const piece of stream) if (piece.byteLength > 0) yield piece;
  return undefined;
}
