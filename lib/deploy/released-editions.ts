import { shellWord } from '../model/suggested-command.ts';
import { type Edition, type Editions, editionOf, everySoOften } from '../serve/edition.ts';
import { LiveError } from '../serve/live-error.ts';
import { liveRelease, readManifest, releaseFolder, siteIn } from './releases.ts';

/**
 * The successive live editions of a folder: the release that its `current` link points to.
 *
 * Files are opened in the release's own folder, never through `current`, which may change in between.
 *
 * @param say Receives why a release cannot be served; the previous one stays.
 * @throws LiveError if there is no live release.
 */
export function releasedEditions(root: string, say: (line: string) => void): Editions {
  let latest: Edition | undefined;
  return everySoOften(() => {
    const name = liveRelease(root);
    if (latest && (name === undefined || name === latest.name)) return latest;
    if (name === undefined) {
      throw new LiveError(
        `There is no release in ${root}. Deploy the site there first: npm run deploy -- ${shellWord(root)}`,
      );
    }
    const manifest = readManifest(root, name);
    const dir = siteIn(releaseFolder(root, name), manifest);
    latest = editionOf(name, dir, manifest, new Map(Object.entries(manifest.files)));
    return latest;
  }, say);
}
