import { type Gone, goneFrom } from '../../publication/public-texts.ts';
import { finishedSite } from '../../serve/read-built-site.ts';
import { type SiteFile, siteFiles } from '../../serve/release-manifest.ts';
import { carriedFiles } from '../carried-files.ts';
import { droppedAddresses, notAllowed, wouldDrop } from '../dropped.ts';
import { changedSiteError, strayFiles, wantedFiles } from '../verify-files.ts';
import { type Planted, plantRelease } from './bucket-release.ts';
import type { ComparedRelease } from './compared-release.ts';

/** A finished site, and the manifest of a release of it. */
export type SiteToDeploy = {
  noted: ReturnType<typeof finishedSite>;
  files: ReadonlyMap<string, SiteFile>;
  /** Without what a release carries from an earlier one. */
  own: Planted;
  now: Date;
};

/** The next release: its manifest, the files that it carries from the live one, and what that shows and it does not. */
export type NextRelease = { planted: Planted; carried: ReadonlyMap<string, SiteFile>; gone: Gone[] };

/**
 * Reads a finished site.
 *
 * @throws LiveError if it is half built or was changed after that.
 */
export function siteToDeploy(out: string, now: Date): SiteToDeploy {
  const noted = finishedSite(out);
  const files = siteFiles(noted);
  const stray = strayFiles(out, wantedFiles(files));
  if (stray.length > 0) throw changedSiteError(out, stray);
  return { noted, files, own: plantRelease(noted, files, now), now };
}

/**
 * Makes the release that follows the live one.
 *
 * @param drop As for a folder.
 * @throws LiveError if it drops other addresses.
 */
export function nextRelease(
  site: SiteToDeploy,
  live: ComparedRelease | undefined,
  address: string,
  drop: readonly string[],
): NextRelease {
  const { noted, files } = site;
  const earlier = live && { files: Object.fromEntries(live.files), texts: live.texts };
  const dropped = earlier ? notAllowed(droppedAddresses(earlier, files, noted), drop) : [];
  if (dropped.length > 0) throw wouldDrop(address, dropped);
  const carried = new Map(carriedFiles(noted, files, earlier));
  return { planted: plantedWith(site, carried), carried, gone: goneFrom(live?.texts ?? {}, noted) };
}

/** The manifest of a site with files that it carries. */
export function plantedWith({ noted, files, own, now }: SiteToDeploy, carried: ReadonlyMap<string, SiteFile>): Planted {
  return carried.size === 0 ? own : plantRelease(noted, new Map([...files, ...carried]), now);
}
