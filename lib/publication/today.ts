import { type DateStyle, type ShownDate, showDay, showInstant } from '../model/dates.ts';
import type { Instant } from '../model/moment.ts';

/** A day of a publication: from its first instant to that of the next one. */
type Day = { from: Instant; to: Instant };

/** The day of an instant in a time zone; usually 24 hours long. The instant may have fractions of a millisecond. */
export function dayOf(instant: Instant, timeZone: string): Day {
  const from = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(timeZone).startOfDay();
  return { from: from.epochMilliseconds, to: from.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** The articles from the day of `now` in a time zone. */
export function ofToday<Article extends { published: Instant }>(
  articles: readonly Article[],
  now: Instant,
  timeZone: string,
): Article[] {
  const { from, to } = dayOf(now, timeZone);
  return articles.filter(({ published }) => published >= from && published < to);
}

/**
 * When an article was published, for lists: with the time on the same day. The date is always written out, so that a page
 * that is read later is still true; the next day's build leaves the time out.
 */
export function showPublished(published: Instant, now: Instant, style: DateStyle): ShownDate {
  const isToday = ofToday([{ published }], now, style.timeZone).length > 0;
  return isToday ? showInstant(published, style) : showDay(published, style);
}
