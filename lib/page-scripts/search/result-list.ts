import { drawHit } from './draw-hit.ts';
import type { Found } from './pagefind.ts';

/** How many articles are shown at first, and are added each time a reader asks for more. */
const pageSize = 10;

/** The results that a page shows. */
export type ResultList = {
  /** How many articles were found, shown or not. */
  count: () => number;
  /** Whether there are some that are not shown. */
  hasMore: () => boolean;
  /** Shows the first of other results in the place of these. */
  replace: (results: Found['results'], isLatest: () => boolean) => Promise<void>;
  /** Shows some more; answers with the first of them, or `undefined` where another question was asked meanwhile. */
  extend: (isLatest: () => boolean) => Promise<HTMLElement | undefined>;
};

/**
 * The results in a list of the page. What is there stays until what comes in its place is drawn.
 *
 * @param pattern An element of the list as it is drawn, which is taken out of it.
 */
export function resultList(list: HTMLElement, pattern: HTMLElement): ResultList {
  let found: Found['results'] = [];
  let shown = 0;
  pattern.remove();

  const draw = (results: Found['results']) =>
    Promise.all(results.map(async ({ data }) => drawHit(pattern, await data())));
  return {
    count: () => found.length,
    hasMore: () => shown < found.length,
    replace: async (results, isLatest) => {
      const drawn = await draw(results.slice(0, pageSize));
      if (!isLatest()) return;
      found = results;
      shown = drawn.length;
      list.replaceChildren(...drawn);
    },
    extend: async (isLatest) => {
      const drawn = await draw(found.slice(shown, shown + pageSize));
      if (!isLatest()) return undefined;
      shown += drawn.length;
      list.append(...drawn);
      return drawn[0];
    },
  };
}
