import type { Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';

/** Google News takes the articles of the last two days. */
const newsLasts = 2 * 24 * 3_600_000;

/** The instant from which an article is no longer news. */
export function leavesNews(published: Instant): Instant {
  return published + newsLasts;
}

/** The published articles that are news: not retractions, satire, paid content, or what others published first. */
export function newsOf(articles: readonly Teaser[], now: Instant): Teaser[] {
  return articles.filter(
    ({ published, retracted, firstPublished, labels: { sponsor, satire } }) =>
      leavesNews(published) > now && !retracted && !firstPublished && !sponsor && !satire,
  );
}
