import { existsSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { makeFolder } from '../processes/make-folder.ts';
import { basePath } from '../serve/edition.ts';
import { LiveError } from '../serve/live-error.ts';
import { parseReleaseManifest, type ReleaseManifest } from '../serve/release-manifest.ts';
import { syncFolder } from './fsync.ts';
import { letServersEnter } from './modes.ts';

/** The link to the release that is live, in the folder that a server serves from. */
const current = 'current';

/** The folder of the releases, each in its own folder, which is named for its time and content. */
const releases = 'releases';

/** How many releases are kept, including the live one. */
export const kept = 5;

/** A release's manifest, which is not served. */
export const manifestFile = 'manifest.json';

/** The folder of a release that is served. The site is in it, under the path of its address. */
const servedFolder = 'site';

/** The folder that a web server serves, in a folder of releases. */
export const servedIn = (root: string): string => posix.join(root, current, servedFolder);

/** Where the site is in the folder of a release. */
export const siteIn = (release: string, { url }: Pick<ReleaseManifest, 'url'>): string =>
  join(release, servedFolder, basePath(url));

/** What a folder of releases contains only while a deploy is running, or after one was killed. */
const passing = { release: '.new-', gone: '.gone-', link: '.current-' } as const;

/** The folder of a release, which need not exist yet. */
export const releaseFolder = (root: string, name: string): string => join(root, releases, name);

/** The folder of a release until it is complete. */
export const unfinishedFolder = (root: string, name: string): string => join(root, releases, passing.release + name);

/** The releases in a folder, the oldest first. */
export function listReleases(root: string): string[] {
  const dir = join(root, releases);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => !name.startsWith('.'))
    .sort();
}

/** The live release; `undefined` if there is none. */
export function liveRelease(root: string): string | undefined {
  try {
    return basename(readlinkSync(join(root, current)));
  } catch {
    return undefined;
  }
}

/**
 * Reads a release's manifest.
 *
 * @throws LiveError if it is missing or unreadable.
 */
export function readManifest(root: string, name: string): ReleaseManifest {
  const file = join(releaseFolder(root, name), manifestFile);
  try {
    return parseReleaseManifest(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new LiveError(`${file} cannot be read: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  }
}

/** The name of a new release: its time, later than that of any other, and the beginning of its digest. */
export function releaseName(made: Date, digest: string, others: readonly string[]): string {
  const nameAt = (time: number) => `${new Date(time).toISOString().replaceAll(/[-:.]/g, '')}-${digest.slice(0, 12)}`;
  const newest = others.at(-1)?.slice(0, nameAt(0).indexOf('-')) ?? '';
  let time = made.getTime();
  while (nameAt(time).slice(0, newest.length) <= newest && newest !== '') time = Math.max(time, timeOf(newest)) + 1;
  return nameAt(time);
}

/** The time in the name of a release, in milliseconds. */
function timeOf(name: string): number {
  const iso = name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return Date.parse(iso) || 0;
}

/** Gives a complete release its name, which makes it one. */
export function finishRelease(root: string, name: string): void {
  renameSync(unfinishedFolder(root, name), releaseFolder(root, name));
  syncFolder(join(root, releases));
}

/** Makes a release live, in one step: at any moment either the previous one or this one is served. */
export function switchTo(root: string, name: string): void {
  const link = join(root, passing.link + process.pid);
  symlinkSync(join(releases, name), link);
  renameSync(link, join(root, current));
  syncFolder(root);
}

/** Makes the folder of all releases, and lets web servers enter it. */
export function makeReleasesFolder(root: string): void {
  makeFolder(join(root, releases));
  letServersEnter(join(root, releases));
}

/** Deletes a release. It stops being one before its first file is deleted. */
export function removeRelease(root: string, name: string): void {
  const gone = join(root, releases, passing.gone + name);
  renameSync(releaseFolder(root, name), gone);
  rmSync(gone, { recursive: true, force: true });
}

/** Deletes what an interrupted deploy left. */
export function sweep(root: string): void {
  for (const [dir, beginnings] of [
    [join(root, releases), [passing.release, passing.gone]],
    [root, [passing.link]],
  ] as const) {
    for (const name of existsSync(dir) ? readdirSync(dir) : []) {
      if (beginnings.some((beginning) => name.startsWith(beginning))) {
        rmSync(join(dir, name), { recursive: true, force: true });
      }
    }
  }
}
