import { describe, expect, test } from 'vitest';
import { dayOf, ofToday, showPublished } from '@/lib/publication/today.ts';

const at = (text: string) => Date.parse(text);
const hour = 3_600_000;

describe('A day in a time zone', () => {
  test.each([
    ['Asia/Baghdad', '2026-01-19T21:30:00Z', '2026-01-19T21:00:00Z', 24],
    ['Pacific/Auckland', '2026-01-19T10:59:00Z', '2026-01-18T11:00:00Z', 24],
    ['Europe/London', '2026-03-29T12:00:00Z', '2026-03-29T00:00:00Z', 23],
    ['Europe/London', '2026-10-25T12:00:00Z', '2026-10-24T23:00:00Z', 25],
    // There is no midnight there on this day: it begins at one.
    ['Africa/Cairo', '2026-04-24T12:00:00Z', '2026-04-23T22:00:00Z', 23],
  ])('in %s at %s begins at %s and has %d hours', (zone, instant, from, hours) => {
    expect(dayOf(at(instant), zone)).toEqual({ from: at(from), to: at(from) + hours * hour });
  });

  test('has the articles of it, from its first instant to its last', () => {
    const midnight = at('2026-01-19T21:00:00Z');
    const articles = [midnight - 1, midnight, midnight + 24 * hour - 1, midnight + 24 * hour].map((published) => ({
      published,
    }));
    expect(ofToday(articles, midnight + 5 * hour, 'Asia/Baghdad')).toEqual(articles.slice(1, 3));
  });
});

describe('When an article of a list was published', () => {
  const style = { lang: 'en-GB', timeZone: 'Asia/Baghdad' };
  const published = at('2026-01-19T20:30:00Z');

  test('is shown with its day and its time on that day', () => {
    expect(showPublished(published, at('2026-01-19T20:45:00Z'), style)).toEqual({
      text: '19 January 2026 at 23:30 GMT+3',
      machine: '2026-01-19T23:30:00+03:00',
    });
  });

  test('is shown as its day from the next midnight of the publication on', () => {
    const day = { text: '19 January 2026', machine: '2026-01-19' };
    expect(showPublished(published, at('2026-01-19T21:00:00Z'), style)).toEqual(day);
    expect(showPublished(published, at('2026-06-01T00:00:00Z'), style)).toEqual(day);
  });
});
