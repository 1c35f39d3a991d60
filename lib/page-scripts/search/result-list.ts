import { drawHit } from './draw-hit.ts';
import type { Found } from './pagefind.ts';

/** How many articles are shown at first, and added each time a reader asks for more. */
const pageSize = 10;

/** The results that a page shows. */
export type ResultList = {
  /** How many articles were found, including those not shown. */
  count: () => number;
  /** Whether some are not shown yet. */
  hasMore: () => boolean;
  /** Replaces the results with the first of others. */
  replace: (results: Found['results'], isLatest: () => boolean) => Promise<void>;
  /** Shows more results; returns the first of them, or `undefined` if another query was made meanwhile. */
  extend: (isLatest: () => boolean) => Promise<HTMLElement | undefined>;
};

/**
 * The results in a list of the page. Old results stay until new ones are drawn.
 *
 * @param pattern The template of a result, which is removed from the list.
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
