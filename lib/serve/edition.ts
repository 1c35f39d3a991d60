import { createUrls } from '../model/urls.ts';
import { type FileSource, filesInFolder } from './file-source.ts';
import type { SiteFile } from './release-manifest.ts';
import { seldom } from './seldom.ts';

/** One immutable state of a finished site: after a change there is another one. */
export type Edition = {
  /** Its name, for health checks. */
  name: string;
  /** Where its files are. */
  source: FileSource;
  /** The path of the site's own address, decoded, with a slash at both ends. */
  base: string;
  /** Its files, by path, relative to that. */
  files: ReadonlyMap<string, SiteFile>;
  /** Permanent redirects between routes. */
  redirects: ReadonlyMap<string, string>;
  /**
   * Looks up what an answer to a request target depends on, if the edition is too large for memory: its files and redirects are
   * empty, and those of what this gives have what is needed.
   *
   * @throws Error if that cannot be read now.
   */
  lookUp?: (target: string) => Promise<Edition>;
};

/** A source of editions. */
export type Editions = {
  /** The one to serve now. */
  latest: () => Edition;
  /** The same, checked at once: the result of {@link latest} may be a moment old. */
  look: () => Edition;
};

/** The path of a site's address, decoded, with a slash at both ends. */
export function basePath(url: string): string {
  return decodeURI(createUrls(url).home);
}

type Facts = { url: string; redirects: Readonly<Record<string, string>> };

/** Makes an edition whose files are in a folder. */
export function editionOf(name: string, dir: string, facts: Facts, files: ReadonlyMap<string, SiteFile>): Edition {
  return {
    name,
    source: filesInFolder(dir),
    base: basePath(facts.url),
    files,
    redirects: new Map(Object.entries(facts.redirects)),
  };
}

/** How long to serve an edition before checking for a newer one, in milliseconds. */
const lookEvery = 100;

/**
 * Checks for a newer edition on request, but no more often than readers would notice. If a check fails, the
 * previous edition stays.
 *
 * @throws Whatever the first check throws.
 */
export function everySoOften(look: () => Edition, say: (line: string) => void): Editions {
  const report = seldom(say);
  let latest = look();
  let looked = performance.now();
  const lookNow = () => {
    looked = performance.now();
    try {
      latest = look();
    } catch (error) {
      report(`Checking for a newer site failed: ${error instanceof Error ? error.message : error}`);
    }
    return latest;
  };
  return { latest: () => (performance.now() - looked < lookEvery ? latest : lookNow()), look: lookNow };
}
