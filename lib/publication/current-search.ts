const key = Symbol.for('standfirst.search');

/** The folders of the search's files, as paths of the site that end with a slash. */
export type SearchPaths = {
  /** Pagefind's program. */
  runtime: string;
  /** The indexes, the one with the newest articles first. */
  indexes: string[];
};

/** Where a build puts these paths, because each of Next's bundles has its own instance of a module. */
type Handover = { [key]?: SearchPaths | undefined };

/** Sets the paths of the search for the pages of this process; only builds do so. */
export function handOverSearch(paths: SearchPaths): void {
  (globalThis as Handover)[key] = paths;
}

/** The paths of the search, or `undefined` outside a build, which makes the index. */
export function currentSearch(): SearchPaths | undefined {
  return (globalThis as Handover)[key];
}
