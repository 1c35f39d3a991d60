import type { Teaser } from '../content/model.ts';

/** How many articles the front page and each page of the archive show. */
export const pageSize = 20;

/**
 * The pages of the archive, each of twenty articles, newest first. They are numbered from the oldest, so that a page
 * keeps its articles when new ones are published; articles that do not fill a page yet stand on the front page alone.
 *
 * @param articles Newest first.
 * @returns The pages from number 1 on; none where the front page shows all there is.
 */
export function archivePages(articles: readonly Teaser[]): Teaser[][] {
  if (articles.length <= pageSize) return [];
  const fromOldest = articles.toReversed();
  return Array.from({ length: Math.floor(articles.length / pageSize) }, (_, index) =>
    fromOldest.slice(index * pageSize, (index + 1) * pageSize).reverse(),
  );
}
