import { leavesNews } from '../article/news.ts';
import type { Content } from './model.ts';
import type { Instant } from './moment.ts';

/**
 * The instants after `now` at which what readers may see changes by itself: where an embargo ends, where an article
 * expires, and where it is news no more. In their order, each once.
 */
export function changesAhead({ articles }: Content, now: Instant): Instant[] {
  const instants = articles
    .filter(({ teaser }) => !teaser.draft)
    .flatMap(({ teaser: { published, expires } }) => {
      const old = leavesNews(published);
      return expires === undefined ? [published, old] : [published, expires, ...(old < expires ? [old] : [])];
    });
  return [...new Set(instants)].filter((instant) => instant > now).sort((a, b) => a - b);
}
