import { leavesNews } from '../article/news.ts';
import type { Content } from './model.ts';
import type { Instant } from './moment.ts';

/**
 * The instants after `now` at which what readers may see changes by itself: where an embargo ends, where an article
 * expires or is retracted, and where it is news no more. In their order, each once.
 */
export function changesAhead({ articles }: Content, now: Instant): Instant[] {
  const instants = articles
    .filter(({ teaser }) => !teaser.draft)
    .flatMap(({ teaser: { published, expires, retracted } }) => {
      const old = leavesNews(published);
      const changes = [published, old, ...(retracted ? [retracted.when] : [])];
      return expires === undefined ? changes : [...changes.filter((instant) => instant < expires), expires];
    });
  return [...new Set(instants)].filter((instant) => instant > now).sort((a, b) => a - b);
}
