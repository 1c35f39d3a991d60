import { shellWord } from '../model/suggested-command.ts';
import { type Gone, goneFrom, listGone, type PublicSite } from '../publication/public-texts.ts';
import { LiveError } from '../serve/live-error.ts';
import { withDeployLock } from './deploy-lock.ts';
import { letServersRead } from './modes.ts';
import { listReleases, liveRelease, makeReleasesFolder, readManifest, releaseFolder, switchTo } from './releases.ts';
import { damagedFiles, someOf } from './verify-files.ts';

/**
 * Makes an earlier release live again, after checking that all its files are intact.
 *
 * @param wanted The name of a release, or how many to go back.
 * @param bringBack What may be shown again although it was taken down: slugs of articles, or the name of the release for
 *   everything in it.
 * @returns The name of the release that is live now.
 * @throws LiveError if there is no such release, it is damaged, or it contains what was taken down since.
 */
export async function rollBack(
  root: string,
  wanted: string | number,
  bringBack: readonly string[],
  say: (line: string) => void,
): Promise<string> {
  checkRoot(root);
  return withDeployLock(root, say, async () => {
    const names = listReleases(root);
    const live = names.indexOf(liveRelease(root) ?? '');
    const name = typeof wanted === 'string' ? names.find((one) => one === wanted) : names[live - wanted];
    if (name === undefined || live === -1) throw noSuchRelease(root, wanted);
    const wrong = await damagedFiles(root, name);
    if (wrong.length > 0) {
      throw new LiveError(
        `Release ${name} is damaged: ${someOf(wrong)}. Choose another: npm run deploy -- ${shellWord(root)} --list`,
      );
    }
    if (!bringBack.includes(name)) refuseTakenDown(root, name, bringBack, broughtBack(root, name));
    makeReleasesFolder(root);
    letServersRead(releaseFolder(root, name));
    switchTo(root, name);
    return name;
  });
}

/** The error for a release that a folder or a bucket does not have. */
export function noSuchRelease(root: string, wanted: string | number): LiveError {
  const steps = wanted === 1 ? 'no release' : `no ${wanted} releases`;
  const what = typeof wanted === 'string' ? `There is no release ${wanted}` : `There is ${steps} before the live one`;
  return new LiveError(`${what} in ${root}. What there is: npm run deploy -- ${shellWord(root)} --list`);
}

/**
 * @param named What may be brought back: slugs, or the name of the release.
 * @param back What the release would bring back; `undefined` if that is not known.
 * @throws LiveError if a release would bring back what was taken down and is not named.
 */
export function refuseTakenDown(
  root: string,
  name: string,
  named: readonly string[],
  back: readonly Gone[] | undefined,
): void {
  const call = `npm run deploy -- ${shellWord(root)} --rollback ${name}`;
  if (!back) {
    throw new LiveError(
      `Release ${name} may bring back what was taken down since: an early edition of Standfirst made it, or the live release cannot be read. If it may: ${call} --bring-back ${name}`,
    );
  }
  const refused = back.filter(({ slug }) => !named.includes(slug));
  if (refused.length === 0) return;
  const slugs = [...new Set(back.map(({ slug }) => slug))];
  const all = `--bring-back ${name}`;
  const each = slugs.map((slug) => `--bring-back ${slug}`).join(' ');
  const how = slugs.length === 1 ? each : slugs.length > 5 ? all : `${each}, or all with ${all}`;
  throw new LiveError(
    `Release ${name} would bring back what was taken down since: ${listGone(refused)}. What is live is unchanged. To bring it back, name it: ${call} ${how}`,
  );
}

/**
 * What a release shows that neither the live nor the newest one does; `undefined` if they do not say what they show. The
 * newest one counts even while an earlier one is live, since it lacks what was taken down last.
 */
function broughtBack(root: string, name: string): Gone[] | undefined {
  const { texts } = readManifest(root, name);
  const [first, second] = [liveRelease(root), listReleases(root).at(-1)].flatMap(
    (shown) => publicSite(root, shown) ?? [],
  );
  if (!texts || !first) return undefined;
  return inEach([first, ...(second ? [second] : [])].map((shown) => goneFrom(texts, shown)));
}

/** What is in each of several lists of what is gone. */
export function inEach([first = [], ...others]: readonly (readonly Gone[])[]): Gone[] {
  const sets = others.map((gone) => new Set(gone.map((one) => listGone([one]))));
  return first.filter((one) => sets.every((set) => set.has(listGone([one]))));
}

/** What a release's manifest says about its articles; `undefined` if it says nothing or cannot be read. */
function publicSite(root: string, name: string | undefined): PublicSite | undefined {
  try {
    const { redirects, texts } = readManifest(root, name ?? '');
    return texts && { redirects, texts };
  } catch {
    return undefined;
  }
}

/** A release as `--list` shows it. */
export type ListedRelease = { name: string; files: number; isLive: boolean };

/**
 * The releases in a folder, the newest first.
 *
 * @throws LiveError if it is not a folder of releases.
 */
export function describeReleases(root: string): ListedRelease[] {
  checkRoot(root);
  const live = liveRelease(root);
  return listReleases(root)
    .toReversed()
    .map((name) => ({ name, files: Object.keys(readManifest(root, name).files).length, isLive: name === live }));
}

/** @throws LiveError if a folder has no release. */
export function checkRoot(root: string): void {
  if (listReleases(root).length === 0) throw noRelease(root);
}

/** The error for a folder or a bucket without a release. */
export function noRelease(root: string): LiveError {
  return new LiveError(
    `There is no release in ${root}. Deploy the site there first: npm run deploy -- ${shellWord(root)}`,
  );
}
