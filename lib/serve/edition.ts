import { createUrls } from '../model/urls.ts';
import type { SiteFile } from './release-manifest.ts';
import { seldom } from './seldom.ts';

/** One state of a finished site. It does not change: after a change there is another one. */
export type Edition = {
  /** Names it, for whoever asks what is being served. */
  name: string;
  /** The folder in which its files lie. */
  dir: string;
  /** The path of the site's own address, decoded, with a slash at both ends. */
  base: string;
  /** Its files, by their paths below that. */
  files: ReadonlyMap<string, SiteFile>;
  /** Routes that lead to others for good. */
  redirects: ReadonlyMap<string, string>;
};

/** Where editions come from. */
export type Editions = {
  /** The one to serve now. */
  latest: () => Edition;
  /** The same, looked for at once: what {@link latest} knows may be a moment old. */
  look: () => Edition;
};

/** The path of a site's address, decoded, with a slash at both ends. */
export function basePath(url: string): string {
  return decodeURI(createUrls(url).home);
}

type Facts = { url: string; redirects: Readonly<Record<string, string>> };

/** Puts an edition together. */
export function editionOf(name: string, dir: string, facts: Facts, files: ReadonlyMap<string, SiteFile>): Edition {
  return {
    name,
    dir,
    base: basePath(facts.url),
    files,
    redirects: new Map(Object.entries(facts.redirects)),
  };
}

/** For how many milliseconds an edition is served before the next look for a newer one. */
const lookEvery = 100;

/**
 * Looks for a newer edition when one is asked for, but no more often than readers can tell. Where a look fails, the
 * edition before stays.
 *
 * @throws Whatever the first look throws.
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
      report(`The site could not be looked at again: ${error instanceof Error ? error.message : error}`);
    }
    return latest;
  };
  return { latest: () => (performance.now() - looked < lookEvery ? latest : lookNow()), look: lookNow };
}
