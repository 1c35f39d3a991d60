import { z } from 'zod';
import type { PublicText } from '../../publication/public-texts.ts';
import { commonHeaders } from '../../serve/headers.ts';
import type { ReleaseManifest, SiteFile } from '../../serve/release-manifest.ts';
import { digestOf, plantTree, type Tree } from './manifest-tree.ts';

const tree = z.object({ root: z.string(), count: z.number() });

const release = z.object({
  version: z.literal(1),
  url: z.url(),
  made: z.iso.datetime(),
  digest: z.string(),
  /** The headers of every answer, for servers that do not have the code of this project. */
  headers: z.record(z.string(), z.string()),
  files: tree,
  redirects: tree,
  texts: tree,
});

/**
 * The root of a release's manifest in a bucket. Its three parts are trees: the files by {@link keyOfPath}, the redirects by
 * route, and what readers can see of articles by slug.
 */
export type BucketRelease = z.infer<typeof release>;

/** A manifest in parts: its root, the digest of that, and the trees. */
export type Planted = {
  root: BucketRelease;
  name: string;
  files: Tree<SiteFile>;
  redirects: Tree<string>;
  texts: Tree<PublicText>;
};

/**
 * The key of a file in the tree of files. Files of one folder are beside each other, and those of the root, which change
 * with every article, are together at the beginning.
 */
export function keyOfPath(path: string): string {
  const name = path.lastIndexOf('/') + 1;
  return `${path.slice(0, name)}/${path.slice(name)}`;
}

/** The path of a file, from its key. */
export function pathOfKey(key: string): string {
  const name = key.lastIndexOf('/') + 1;
  return key.slice(0, name - 1) + key.slice(name);
}

/** Makes the manifest of a release. Its digest is that of its own files, and of everything else that decides its answers. */
export function plantRelease(
  { url, redirects, texts = {} }: Pick<ReleaseManifest, 'url' | 'redirects' | 'texts'>,
  files: ReadonlyMap<string, SiteFile>,
  made: Date,
): Planted {
  const entries = [...files].map(([path, file]) => [keyOfPath(path), file] as const);
  const own = entries.filter(([, { carried }]) => !carried);
  const filesTree = plantTree(entries);
  const ownTree = own.length === entries.length ? filesTree : plantTree(own);
  const redirectsTree = plantTree(Object.entries(redirects));
  const textsTree = plantTree(Object.entries(texts));
  const identity = [url, ownTree.root, redirectsTree.root, textsTree.root];
  const of = ({ root, count }: Tree<unknown>) => ({ root, count });
  const root: BucketRelease = {
    version: 1,
    url,
    made: made.toISOString(),
    digest: digestOf(Buffer.from(JSON.stringify(identity))),
    headers: commonHeaders,
    files: of(filesTree),
    redirects: of(redirectsTree),
    texts: of(textsTree),
  };
  return { root, name: digestOf(releaseBytes(root)), files: filesTree, redirects: redirectsTree, texts: textsTree };
}

/** The bytes of the root of a manifest, by whose digest it is stored. */
export function releaseBytes(root: BucketRelease): Buffer {
  return Buffer.from(JSON.stringify(root));
}

/**
 * Reads these bytes.
 *
 * @throws Error if they are not those of a root.
 */
export function parseRelease(bytes: Buffer): BucketRelease {
  return release.parse(JSON.parse(bytes.toString('utf8')));
}

/** The key of a part, or of the root, of a manifest. */
export const partKey = (digest: string): string => `manifests/${digest}`;

/** The key of the bytes of a file. */
export const objectKey = (digest: string): string => `objects/${digest}`;
