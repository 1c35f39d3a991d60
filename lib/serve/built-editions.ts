import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { suggestedCommand } from '../model/suggested-command.ts';
import { buildCacheFile } from '../press/cache/build-cache.ts';
import { readSiteManifest, type SiteManifest } from '../press/cache/manifest.ts';
import { type Edition, type Editions, editionOf, everySoOften } from './edition.ts';
import { LiveError } from './live-error.ts';
import { openBuiltSite } from './read-built-site.ts';
import { siteFiles } from './release-manifest.ts';

/**
 * The successive editions of a built site, from its manifest. The result of a build is served as soon as the manifest is
 * written.
 *
 * @param say Receives why a change cannot be served.
 * @throws LiveError if there is no built site.
 */
export function builtEditions(out: string, say: (line: string) => void): Editions {
  let open: { db: DatabaseSync; file: string; version: unknown } | undefined;
  let latest: Edition | undefined;

  return everySoOften(() => {
    // The build cache may be deleted at any time, and the next build makes another.
    const file = identityOf(out);
    if (open?.file !== file) {
      open?.db.close();
      open = file === undefined ? undefined : { db: openBuiltSite(out), file, version: undefined };
    }
    const version = open?.db.prepare('PRAGMA data_version').get()?.['data_version'];
    if (open && (open.version !== version || !latest)) {
      open.version = version;
      const noted = readSiteManifest(open.db);
      latest = noted ? editionFrom(out, noted) : latest;
    }
    if (!latest)
      throw new LiveError(
        `There is no finished site in ${out}/. Build it first: ${suggestedCommand('build', [], { out })}`,
      );
    return latest;
  }, say);
}

function editionFrom(out: string, noted: SiteManifest): Edition {
  return editionOf(out, out, noted, siteFiles(noted));
}

function identityOf(out: string): string | undefined {
  const stat = statSync(buildCacheFile(out), { throwIfNoEntry: false, bigint: true });
  return stat && `${stat.dev}/${stat.ino}`;
}
