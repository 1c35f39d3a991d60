import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { aloneIn } from '../press/cache/build-cache.ts';
import { type Gone, goneFrom } from '../publication/public-texts.ts';
import { LiveError } from '../serve/live-error.ts';
import { finishedSite, readBuiltSite } from '../serve/read-built-site.ts';
import { releaseManifest, siteFiles } from '../serve/release-manifest.ts';
import { carriedFiles } from './carried-files.ts';
import { withDeployLock } from './deploy-lock.ts';
import { droppedAddresses, notAllowed, wouldDrop } from './dropped.ts';
import { letServersRead } from './modes.ts';
import {
  finishRelease,
  kept,
  listReleases,
  liveRelease,
  makeReleasesFolder,
  readManifest,
  releaseFolder,
  releaseName,
  removeRelease,
  sweep,
  switchTo,
} from './releases.ts';
import { changedSiteError, damagedFiles, strayFiles, wantedFiles } from './verify-files.ts';
import { type Before, type Written, writeRelease } from './write-release.ts';

/** What a deploy did. */
export type Deployed = Written & {
  /** The release that is live now. */
  name: string;
  /** Whether it was already live, so that nothing was done. */
  wasLive: boolean;
  /** How many files of the previous release were carried over. */
  carried: number;
  /** What readers could see in the previous release and cannot see now. */
  gone: Gone[];
  /** The faulty articles whose pages show their last good state. */
  atFault: readonly string[];
};

/**
 * Deploys a finished site: writes it beside the live release, then switches to it in one step.
 *
 * If it is killed or the disk is full, the previous release stays live unchanged, and the next deploy cleans up. Deploys that run at once
 * take turns.
 *
 * @param out The folder of the finished site.
 * @param root The folder of the releases.
 * @param drop Existing addresses that may be dropped, each with everything below it, or `all`.
 * @throws LiveError if the site is incomplete or drops other addresses of the live release, or if the folder is not one for releases or is
 *   not writable.
 */
export async function deploy(
  out: string,
  root: string,
  now: Date,
  say: (line: string) => void,
  drop: readonly string[] = [],
): Promise<Deployed> {
  checkPlace(out, root);
  return withDeployLock(root, say, () =>
    aloneIn(out, say, async () => {
      sweep(root);
      makeReleasesFolder(root);
      const noted = finishedSite(out);
      const { atFault } = noted;
      const before = liveBefore(root);
      const files = siteFiles(noted);
      const stray = strayFiles(out, wantedFiles(files));
      if (stray.length > 0) throw changedSiteError(out, stray);
      const dropped = before ? notAllowed(droppedAddresses(before.manifest, files, noted), drop) : [];
      if (dropped.length > 0) throw wouldDrop(root, dropped);
      const carried = carriedFiles(noted, files, before?.manifest);
      const manifest = releaseManifest(noted, new Map([...files, ...carried]), now);
      if (before?.manifest.digest === manifest.digest && (await damagedFiles(root, before.name)).length === 0) {
        letServersRead(releaseFolder(root, before.name));
        return { name: before.name, wasLive: true, carried: 0, copied: 0, linked: 0, gone: [], atFault };
      }
      const name = releaseName(now, manifest.digest, listReleases(root));
      const written = await writeRelease(root, name, out, manifest, before);
      finishRelease(root, name);
      switchTo(root, name);
      prune(root, name);
      return {
        ...written,
        name,
        wasLive: false,
        carried: carried.length,
        gone: goneFrom(before?.manifest.texts ?? {}, noted),
        atFault,
      };
    }),
  );
}

/** The live release, if its manifest can be read; a new release does not depend on it. */
function liveBefore(root: string): Before | undefined {
  const name = liveRelease(root);
  if (name === undefined) return undefined;
  try {
    return { name, manifest: readManifest(root, name) };
  } catch {
    return undefined;
  }
}

/** Deletes all but the newest releases and the live one. */
function prune(root: string, live: string): void {
  const names = listReleases(root);
  for (const name of names.slice(0, -kept)) if (name !== live) removeRelease(root, name);
}

function checkPlace(out: string, root: string): void {
  readBuiltSite(out);
  const way = relative(resolve(out), resolve(root));
  if (!way.startsWith('..'))
    throw new LiveError(`${root} is or is inside ${out}/, which contains the site. Name a folder outside it.`);
  if (!existsSync(root)) return;
  if (!isPlaceForReleases(root)) {
    throw new LiveError(`${root} contains something that no deploy put there. Name a new or an empty folder.`);
  }
}

function isPlaceForReleases(root: string): boolean {
  if (!statSync(root).isDirectory()) return false;
  if (readdirSync(root).some((name) => !ours.has(name) && !name.startsWith('.'))) return false;
  return lstatSync(join(root, 'current'), { throwIfNoEntry: false })?.isSymbolicLink() ?? true;
}

/** What a folder of releases contains, and what a mounted disk does. */
const ours = new Set(['current', 'releases', 'lock.db', 'lock.db-journal', 'lost+found']);
