import { inTurn } from './deploy-turn.ts';
import { LiveError } from './live-error.ts';
import { listReleases, liveRelease, readManifest, switchTo } from './releases.ts';
import { someOf, wrongInRelease } from './wanted-files.ts';

/**
 * Puts an earlier release live again, once all its files are found to be whole.
 *
 * @param wanted The name of a release, or how many to go back.
 * @returns The name of the release that is live now.
 * @throws LiveError where there is no such release, or it is not whole.
 */
export async function rollBack(root: string, wanted: string | number, say: (line: string) => void): Promise<string> {
  checkRoot(root);
  return inTurn(root, say, async () => {
    const names = listReleases(root);
    const live = names.indexOf(liveRelease(root) ?? '');
    const name = typeof wanted === 'string' ? names.find((one) => one === wanted) : names[live - wanted];
    if (name === undefined || live === -1) {
      const steps = wanted === 1 ? 'no release' : `no ${wanted} releases`;
      const what =
        typeof wanted === 'string' ? `There is no release ${wanted}` : `There is ${steps} before the live one`;
      throw new LiveError(`${what} in ${root}. What there is: npm run deploy -- ${root} --list`);
    }
    const wrong = await wrongInRelease(root, name);
    if (wrong.length > 0) {
      throw new LiveError(
        `Release ${name} is not whole any more: ${someOf(wrong)}. Choose another: npm run deploy -- ${root} --list`,
      );
    }
    switchTo(root, name);
    return name;
  });
}

/** A release as `--list` shows it. */
export type Listed = { name: string; files: number; isLive: boolean };

/**
 * The releases in a folder, the newest first.
 *
 * @throws LiveError where it is not a folder of releases.
 */
export function describeReleases(root: string): Listed[] {
  checkRoot(root);
  const live = liveRelease(root);
  return listReleases(root)
    .toReversed()
    .map((name) => ({ name, files: Object.keys(readManifest(root, name).files).length, isLive: name === live }));
}

function checkRoot(root: string): void {
  if (listReleases(root).length === 0) {
    throw new LiveError(`There is no release in ${root}. Put the site there first: npm run deploy -- ${root}`);
  }
}
