import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { suggestedCommand } from '../model/suggested-command.ts';
import { buildCacheFile, OtherForm, readBuildCache } from '../press/cache/build-cache.ts';
import { readSiteManifest, type SiteManifest } from '../press/cache/manifest.ts';
import { LiveError } from './live-error.ts';

/**
 * Reads the manifest of the finished site in a folder.
 *
 * @throws LiveError if there is no finished site, or another version of this code built it.
 */
export function readBuiltSite(out: string): SiteManifest {
  const noted = existsSync(buildCacheFile(out)) ? notesIn(out) : undefined;
  if (noted) return noted;
  throw new LiveError(
    `There is no finished site in ${out}/. Build it first: ${suggestedCommand('build', [], { out })}`,
  );
}

/**
 * The same for a site whose build completed.
 *
 * @throws LiveError if it was interrupted.
 */
export function finishedSite(out: string): SiteManifest {
  const noted = readBuiltSite(out);
  if (noted.finished) return noted;
  throw new LiveError(
    `The site in ${out}/ is only half built. Let its build finish, or build it: ${suggestedCommand('build', [], { out })}`,
  );
}

/**
 * Opens the manifest of the site in a folder.
 *
 * @throws LiveError if it cannot be read, or another version of this code wrote it.
 */
export function openBuiltSite(out: string): DatabaseSync {
  try {
    return readBuildCache(out);
  } catch (error) {
    if (error instanceof OtherForm) {
      throw new LiveError(
        `The site in ${out}/ was built by another version of Standfirst. Build it again: ${suggestedCommand('build', [], { out })}`,
      );
    }
    const reason = error instanceof Error ? error.message : String(error);
    throw new LiveError(
      `The manifest of ${out}/ cannot be read: ${reason}. Wait for other builds to end, then build it again: ${suggestedCommand('build', [], { out })}`,
    );
  }
}

function notesIn(out: string): SiteManifest | undefined {
  const db = openBuiltSite(out);
  try {
    return readSiteManifest(db);
  } finally {
    db.close();
  }
}
