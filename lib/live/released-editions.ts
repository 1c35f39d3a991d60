import { readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Edition, type Editions, editionOf, everySoOften } from './edition.ts';
import { LiveError } from './live-error.ts';
import { parseReleaseManifest } from './release-manifest.ts';
import { current, manifestFile, siteFolder } from './releases.ts';

/**
 * The editions that are put live one after the other in a folder: the release to which its `current` leads.
 *
 * Files are opened in the release's own folder, never through `current`, which may lead to another one in between.
 *
 * @param say Receives why a release is not followed; the one before stays.
 * @throws LiveError where there is none.
 */
export function releasedEditions(root: string, say: (line: string) => void): Editions {
  let latest: { link: string; edition: Edition } | undefined;
  return everySoOften(() => {
    const link = linkOf(root);
    if (latest && (link === undefined || link === latest.link)) return latest.edition;
    if (link === undefined) {
      throw new LiveError(`There is no release in ${root}. Put the site there first: npm run deploy -- ${root}`);
    }
    latest = { link, edition: openRelease(root, link) };
    return latest.edition;
  }, say);
}

function linkOf(root: string): string | undefined {
  try {
    return readlinkSync(join(root, current));
  } catch {
    return undefined;
  }
}

function openRelease(root: string, link: string): Edition {
  const dir = join(root, link);
  const manifest = parseReleaseManifest(readFileSync(join(dir, manifestFile), 'utf8'));
  const name = link.slice(link.lastIndexOf('/') + 1);
  return editionOf(name, join(dir, siteFolder), manifest, new Map(Object.entries(manifest.files)));
}
