import type { PublicTexts } from '../../publication/public-texts.ts';
import type { SiteFile } from '../../serve/release-manifest.ts';
import { type Planted, pathOfKey } from './bucket-release.ts';
import type { ManifestReader } from './manifest-reader.ts';
import { allEntries, difference, partsOf } from './manifest-tree.ts';
import type { ReleaseInBucket } from './pointer.ts';

/** A release in a bucket as far as it differs from the site that is deployed. */
export type ComparedRelease = {
  digest: string;
  /** Its files that the site does not have in this form. */
  files: ReadonlyMap<string, SiteFile>;
  /** The files of the site that it does not have in this form. */
  added: ReadonlyMap<string, SiteFile>;
  texts: PublicTexts;
  /** Parts of its manifest; those below parts that the site has as well may be left out. */
  parts: ReadonlySet<string>;
};

/**
 * Compares a release with the site that is deployed: reads of its manifest only what that of the site does not have.
 *
 * @param reader One that knows the manifest of the site.
 */
export async function compareRelease(
  { root }: ReleaseInBucket,
  own: Planted,
  reader: ManifestReader,
): Promise<ComparedRelease> {
  const { digest, files, redirects, texts } = await reader.release(root);
  const differing = await difference(files.root, own.files.root, reader.files);
  const parts = [
    await partsOf(files.root, reader.files, (part) => own.files.parts.has(part)),
    await partsOf(texts.root, reader.texts, (part) => own.texts.parts.has(part)),
    await partsOf(redirects.root, reader.redirects, (part) => own.redirects.parts.has(part)),
  ];
  return {
    digest,
    files: byPath(differing.before),
    added: byPath(differing.after),
    texts: Object.fromEntries(await allEntries(texts.root, reader.texts)),
    parts: new Set(parts.flatMap(({ all }) => [...all])),
  };
}

function byPath(files: ReadonlyMap<string, SiteFile>): Map<string, SiteFile> {
  return new Map([...files].map(([key, file]) => [pathOfKey(key), file]));
}
