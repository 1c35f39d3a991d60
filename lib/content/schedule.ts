import type { Content } from './model.ts';
import type { Instant } from './moment.ts';

/**
 * The instants after `now` at which what readers may see changes by itself: where an embargo ends, and where an article
 * expires. In their order, each once.
 */
export function changesAhead({ articles }: Content, now: Instant): Instant[] {
  const instants = articles
    .filter(({ teaser }) => !teaser.draft)
    .flatMap(({ teaser: { published, expires } }) => [published, ...(expires === undefined ? [] : [expires])]);
  return [...new Set(instants)].filter((instant) => instant > now).sort((a, b) => a - b);
}
