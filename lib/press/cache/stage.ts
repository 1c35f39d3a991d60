import { routes } from '../../model/urls.ts';
import type { Publication } from '../../publication/publish.ts';
import type { OutputCache } from '../outputs/output-cache.ts';
import type { Share } from '../outputs/share.ts';
import type { Encode } from '../page/compress.ts';
import type { NextServer } from '../page/next-server.ts';
import type { PageBytes } from '../page/page-table.ts';
import type { BuildCache } from './build-cache.ts';
import type { Manifest } from './manifest.ts';

/** What each stage of a build uses. */
export type StageSettings = {
  /** The folder of the finished site. */
  out: string;
  buildCache: BuildCache;
  manifest: Manifest;
  /** Identifies all code that finished pages depend on. */
  code: string;
  /** Next's server; started only if this process has to render something. */
  server: () => Promise<NextServer>;
  /** Where outputs are kept for other machines, if they are. */
  outputs?: OutputCache | undefined;
  /** Makes only this share of the outputs, for the cache, and leaves the site as it is. */
  share?: Share | undefined;
  /** Compresses files, by default as well as is worth it. */
  encode?: Encode | undefined;
  /** Receives what is being done, a line at a time. */
  say: (line: string) => void;
};

/** What a build did: the pages that it made, and how many files it kept, removed and recompressed. */
export type Pressed = { made: PageBytes[]; kept: number; removed: number; raised: number };

/** Whether a file of the site belongs to the search, which has its own stage. */
export function isOfSearch(path: string, editions: readonly Publication[]): boolean {
  return editions.some(({ site }) => path.startsWith(`${site.prefix}${routes.search.slice(1)}`));
}
