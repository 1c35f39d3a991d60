import { createHash } from 'node:crypto';
import { z } from 'zod';
import { mediaTypeOf } from '../formats/media-types.ts';
import type { SiteManifest } from '../press/cache/manifest.ts';
import { isImmutable } from './headers.ts';

const bytes = z.object({ digest: z.string(), size: z.number() });

/** A file of a site, as manifests describe it. */
export const siteFile = z.object({
  ...bytes.shape,
  type: z.string(),
  immutable: z.boolean(),
  encodings: z.object({ br: bytes.optional(), gzip: bytes.optional() }),
  carried: z.literal(true).optional(),
});

/** What readers can see of an article, as manifests describe it. */
export const publicText = z.object({
  versions: z.array(z.string()).readonly(),
  pictures: z.record(z.string(), z.string()),
});

const manifest = z.object({
  version: z.literal(1),
  url: z.url(),
  made: z.iso.datetime(),
  digest: z.string(),
  redirects: z.record(z.string(), z.string()),
  texts: z.record(z.string(), publicText).optional(),
  files: z.record(z.string(), siteFile),
});

/** Bytes to send: their SHA-256 in hexadecimal, and their number. */
export type SentBytes = z.infer<typeof bytes>;

/**
 * A file of a site for serving: its plain bytes, and those of each encoding by its HTTP name. A `carried` file is from
 * the previous release, for readers who still have a page of that.
 */
export type SiteFile = z.infer<typeof siteFile>;

/**
 * A release's `manifest.json`. Its `digest` identifies its contents: releases with the same digest give the same
 * answers.
 *
 * `texts` says what readers can see of articles, in the release's own files and in carried ones. Releases of early
 * editions of Standfirst have none.
 */
export type ReleaseManifest = z.infer<typeof manifest>;

/** Describes the files of a finished site, by path. */
export function siteFiles({ files }: Pick<SiteManifest, 'files'>): Map<string, SiteFile> {
  return new Map(
    files.map(({ path, digest, size, encodings }) => {
      return [path, { digest, size, type: mediaTypeOf(path), immutable: isImmutable(path), encodings }];
    }),
  );
}

/** The manifest of a release. */
export function releaseManifest(
  { url, redirects, texts }: Pick<ReleaseManifest, 'url' | 'redirects' | 'texts'>,
  files: ReadonlyMap<string, SiteFile>,
  made: Date,
): ReleaseManifest {
  const own = [...files].filter(([, { carried }]) => !carried);
  const digest = createHash('sha256')
    .update(JSON.stringify([url, redirects, texts, own]))
    .digest('hex');
  return { version: 1, url, made: made.toISOString(), digest, redirects, texts, files: Object.fromEntries(files) };
}

/**
 * Reads a release's manifest.
 *
 * @throws Error if it is not valid.
 */
export function parseReleaseManifest(text: string): ReleaseManifest {
  return manifest.parse(JSON.parse(text));
}
