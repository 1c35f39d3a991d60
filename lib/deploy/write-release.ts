import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { taskQueue } from '../processes/task-queue.ts';
import type { ReleaseManifest } from '../serve/release-manifest.ts';
import { linked, syncFolder, writeSynced } from './fsync.ts';
import { letServersRead } from './modes.ts';
import { manifestFile, releaseFolder, siteIn, unfinishedFolder } from './releases.ts';
import { changedSiteError, readWanted, type Wanted, wantedFiles } from './verify-files.ts';

/** How many files are copied at once. Syncing a file to disk takes long, and syncing several at once takes hardly longer. */
const atOnce = 16;

/** The live release, whose unchanged files the next one reuses. */
export type Before = { name: string; manifest: ReleaseManifest };

/** What was written: new files, and hard links to files of the previous release. */
export type Written = { copied: number; linked: number };

/**
 * Writes a release under its temporary name and syncs it to disk; its manifest comes last.
 *
 * Every file is read from the site's folder and compared with the manifest. Files that the previous release has too are
 * hard links to it if the file system supports them, which takes no room and keeps their times.
 *
 * @param out The folder of the site.
 * @throws LiveError if it does not match the manifest.
 */
export async function writeRelease(
  root: string,
  name: string,
  out: string,
  manifest: ReleaseManifest,
  before: Before | undefined,
): Promise<Written> {
  const folder = unfinishedFolder(root, name);
  const site = siteIn(folder, manifest);
  const files = Object.entries(manifest.files);
  const own = wantedFiles(files.filter(([, { carried }]) => !carried));
  const carried = wantedFiles(files.filter(([, file]) => file.carried));
  const earlier = new Map(
    before && wantedFiles(Object.entries(before.manifest.files)).map((file) => [file.path, file]),
  );
  const earlierSite = before && siteIn(releaseFolder(root, before.name), before.manifest);
  const folders = new Set([folder]);
  const wrong: string[] = [];
  const written: Written = { copied: 0, linked: 0 };

  const fromBefore = async (file: Wanted): Promise<boolean> => {
    if (!earlierSite || earlier.get(file.path)?.digest !== file.digest) return false;
    if (!(await readWanted(earlierSite, file))) return false;
    return linked(join(earlierSite, file.path), join(site, file.path));
  };
  const put = async (file: Wanted, from: string): Promise<void> => {
    const bytes = await readWanted(from, file);
    if (!bytes) return void wrong.push(file.path);
    for (let dir = dirname(join(site, file.path)); dir !== folder; dir = dirname(dir)) folders.add(dir);
    if (await fromBefore(file)) written.linked += 1;
    else {
      const { mtime } = await stat(join(from, file.path));
      await writeSynced(join(site, file.path), bytes, mtime);
      written.copied += 1;
    }
  };
  const queue = taskQueue(atOnce);
  for (const file of own) await queue.add(() => put(file, out));
  if (earlierSite) for (const file of carried) await queue.add(() => put(file, earlierSite));
  await queue.done();
  if (wrong.length > 0) throw changedSiteError(out, wrong);
  await writeSynced(join(folder, manifestFile), `${JSON.stringify(manifest)}\n`);
  // Folders get the modes of whoever deploys, and files those of the previous release.
  letServersRead(folder);
  for (const dir of folders) syncFolder(dir);
  return written;
}
