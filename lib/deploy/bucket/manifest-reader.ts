import { z } from 'zod';
import type { PublicText } from '../../publication/public-texts.ts';
import { LiveError } from '../../serve/live-error.ts';
import { publicText, type SiteFile, siteFile } from '../../serve/release-manifest.ts';
import { type BucketRelease, type Planted, parseRelease, partKey } from './bucket-release.ts';
import { digestOf, type Part, type PartOf, parsePart } from './manifest-tree.ts';
import type { ObjectStore } from './object-store.ts';
import { recentParts } from './recent-parts.ts';

/** How many parts of each tree are in memory, of about 100 kB each. */
const partsInMemory = 400;

/** Reads manifests from a store. */
export type ManifestReader = {
  /**
   * Reads the root of a manifest.
   *
   * @throws DamagedError if it, or a part of it later, is missing in the store or has other bytes.
   */
  release: (digest: string) => Promise<BucketRelease>;
  files: PartOf<SiteFile>;
  redirects: PartOf<string>;
  texts: PartOf<PublicText>;
};

/** Part of a manifest is missing in the store, or has other bytes. */
export class DamagedError extends LiveError {}

/**
 * Reads manifests from a store. The parts that were used last stay in memory, so that a site may have any number of files.
 *
 * @param known A manifest that need not be read.
 */
export function manifestReader(store: Pick<ObjectStore, 'get' | 'address'>, known?: Planted): ManifestReader {
  const bytesOf = async (digest: string): Promise<Buffer> => {
    const found = await store.get(partKey(digest));
    if (found && digestOf(found.bytes) === digest) return found.bytes;
    const what = found ? 'is damaged' : 'is missing';
    throw new DamagedError(
      `${store.address}/${partKey(digest)} ${what}: somebody deleted or changed objects there. Restore it, or make another release live: npm run deploy -- ${store.address} --list`,
    );
  };
  const reading = <Value>(
    value: z.ZodType<Value>,
    parts: ReadonlyMap<string, Part<Value>> | undefined,
  ): PartOf<Value> => {
    const read = recentParts(async (digest) => parsePart(await bytesOf(digest), value), partsInMemory);
    return async (digest) => parts?.get(digest) ?? read(digest);
  };
  return {
    release: async (digest) => parseRelease(await bytesOf(digest)),
    files: reading(siteFile, known?.files.parts),
    redirects: reading(z.string(), known?.redirects.parts),
    texts: reading(publicText, known?.texts.parts),
  };
}
