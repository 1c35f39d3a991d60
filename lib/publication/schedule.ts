import type { Content } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { leavesNews } from './news.ts';
import { dayOf } from './today.ts';

/** Longer than any day. */
const wellOverADay = 30 * 3_600_000;

/**
 * The instants after `now` at which what readers may see changes by itself: an embargo ends; an article expires, is retracted or is no
 * longer pinned, is no longer of today, or is no longer news. In order, each once.
 */
export function changesAhead({ site: { timeZone }, articles, others }: Content, now: Instant): Instant[] {
  const instants = [...articles, ...others.flatMap((other) => other.articles)]
    .filter(({ teaser }) => !teaser.draft)
    .flatMap(({ teaser: { published, expires = Number.POSITIVE_INFINITY, pinnedUntil, retracted } }) => {
      // Time zone lookups take time, and most articles are old.
      const midnight = published > now - wellOverADay ? [dayOf(published, timeZone).to] : [];
      const pinned = pinnedUntil === undefined ? [] : [pinnedUntil];
      const whileThere = [...midnight, ...pinned, leavesNews(published), ...(retracted ? [retracted.when] : [])];
      return [published, expires, ...whileThere.filter((instant) => instant < expires)];
    });
  return [...new Set(instants)]
    .filter((instant) => instant > now && Number.isFinite(instant))
    .sort((one, other) => one - other);
}
