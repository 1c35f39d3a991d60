import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { wantedFiles } from '../../lib/deploy/verify-files.ts';
import { parseReleaseManifest, type ReleaseManifest } from '../../lib/serve/release-manifest.ts';
import type { Files } from './a-finished-site.ts';

/** The files of a site with this many pages, each of which says which state of the site it is from. */
export function aSiteInState(state: string, pages: number): Files {
  const text = `State ${state}. ${'A sentence that is said again and again. '.repeat(30)}`;
  const articles = Array.from({ length: pages }, (_, index) => [`articles/${index}/index.html`, `${index}: ${text}`]);
  return {
    'index.html': text,
    '404.html': `Not found. ${text}`,
    'pictures/a-1a2b-480.jpg': 'the same in every state',
    [`pictures/b-${state}-480.jpg`]: `a picture of state ${state}`,
    ...Object.fromEntries(articles),
  };
}

/** The state of the site in a release. */
export function stateOf({ files }: ReleaseManifest): string | undefined {
  const own = Object.entries(files).filter(([, { carried }]) => !carried);
  return own.map(([path]) => /^pictures\/b-(.*)-480\.jpg$/.exec(path)?.[1]).find((state) => state !== undefined);
}

/** The live release in a folder: its manifest, and which of its files are damaged. */
export function whatIsLive(root: string): { name: string; manifest: ReleaseManifest; wrong: string[] } {
  const release = join(root, 'releases', readlinkSync(join(root, 'current')).replace(/^releases\//, ''));
  const manifest = parseReleaseManifest(readFileSync(join(release, 'manifest.json'), 'utf8'));
  const wrong = wantedFiles(Object.entries(manifest.files)).filter(({ path, digest }) => {
    return digestOf(readFileSync(join(release, 'site', path))) !== digest;
  });
  return { name: release, manifest, wrong: wrong.map(({ path }) => path) };
}

/** Entries of a folder of releases that are neither releases nor permanent. */
export function leftOver(root: string): string[] {
  return [...readdirSync(root), ...readdirSync(join(root, 'releases'))].filter((name) => name.startsWith('.'));
}

/** SHA-256 in hexadecimal. */
export function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
