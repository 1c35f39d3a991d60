import { type DateStyle, type ShownDate, showDay, showInstant } from '../model/dates.ts';
import type { Instant } from '../model/moment.ts';

/** A day of a publication: from its first instant to that of the next one. */
type Day = { from: Instant; to: Instant };

/** The day of an instant, which may be between two milliseconds, in a time zone. Most have 24 hours. */
export function dayOf(instant: Instant, timeZone: string): Day {
  const from = Temporal.Instant.fromEpochMilliseconds(Math.floor(instant)).toZonedDateTimeISO(timeZone).startOfDay();
  return { from: from.epochMilliseconds, to: from.add({ days: 1 }).startOfDay().epochMilliseconds };
}

/** Those of these articles that are from the day of `now` in a time zone. */
export function ofToday<Article extends { published: Instant }>(
  articles: readonly Article[],
  now: Instant,
  timeZone: string,
): Article[] {
  const { from, to } = dayOf(now, timeZone);
  return articles.filter(({ published }) => published >= from && published < to);
}

/**
 * When an article was published, as lists show it: with the time on its own day. The day is always written out, so that a
 * page that is read later is still true; the build of the next day leaves the time out.
 */
export function showPublished(published: Instant, now: Instant, style: DateStyle): ShownDate {
  const isToday = ofToday([{ published }], now, style.timeZone).length > 0;
  return isToday ? showInstant(published, style) : showDay(published, style);
}
