const key = Symbol.for('standfirst.search');

/** Where the files of the search lie, as paths of the site that end with a slash. */
export type SearchPaths = {
  /** Pagefind's program. */
  runtime: string;
  /** The indexes, that of the newest year first. */
  indexes: string[];
};

/** Where the press leaves what it has made: modules have one instance in each of Next's bundles. */
type Handover = { [key]?: SearchPaths | undefined };

/** Hands the paths of the search over to the pages of this process; the press alone does so. */
export function handOverSearch(paths: SearchPaths): void {
  (globalThis as Handover)[key] = paths;
}

/** The paths of the search, or `undefined` outside of the press: it makes the index. */
export function currentSearch(): SearchPaths | undefined {
  return (globalThis as Handover)[key];
}
