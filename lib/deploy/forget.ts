import { shellWord } from '../model/suggested-command.ts';
import { LiveError } from '../serve/live-error.ts';
import { releaseManifest } from '../serve/release-manifest.ts';
import { withDeployLock } from './deploy-lock.ts';
import {
  finishRelease,
  listReleases,
  liveRelease,
  readManifest,
  releaseFolder,
  releaseName,
  removeRelease,
  siteIn,
  switchTo,
} from './releases.ts';
import { checkRoot } from './roll-back.ts';
import { damagedFiles, someOf } from './verify-files.ts';
import { type Before, writeRelease } from './write-release.ts';

/** What was deleted: releases, and how many files of earlier releases the live one had. */
export type Forgotten = { live: string; releases: string[]; carried: number };

/**
 * Deletes everything but the live release's own files: the other releases, and files that it carries from earlier ones.
 * If it carries any, a release without them goes live in its place.
 *
 * @throws LiveError if no release is live, or the live one is incomplete.
 */
export async function forget(root: string, now: Date, say: (line: string) => void): Promise<Forgotten> {
  checkRoot(root);
  return withDeployLock(root, say, async () => {
    const before = liveRelease(root);
    if (before === undefined)
      throw new LiveError(`No release is live in ${root}. Deploy first: npm run deploy -- ${shellWord(root)}`);
    const manifest = readManifest(root, before);
    const carried = Object.values(manifest.files).filter((file) => file.carried).length;
    const live = carried === 0 ? before : await replaceLive(root, { name: before, manifest }, now);
    const others = listReleases(root).filter((name) => name !== live);
    for (const name of others) removeRelease(root, name);
    return { live, releases: others.filter((name) => name !== before), carried };
  });
}

/** Makes a release live that has the files of another except the carried ones; returns its name. */
async function replaceLive(root: string, before: Before, now: Date): Promise<string> {
  const wrong = await damagedFiles(root, before.name);
  if (wrong.length > 0) {
    throw new LiveError(
      `Release ${before.name} is damaged: ${someOf(wrong)}. Deploy again first: npm run deploy -- ${shellWord(root)}`,
    );
  }
  const own = Object.entries(before.manifest.files).filter(([, { carried }]) => !carried);
  const manifest = releaseManifest(before.manifest, new Map(own), now);
  const name = releaseName(now, manifest.digest, listReleases(root));
  await writeRelease(root, name, siteIn(releaseFolder(root, before.name), manifest), manifest, before);
  finishRelease(root, name);
  switchTo(root, name);
  return name;
}
