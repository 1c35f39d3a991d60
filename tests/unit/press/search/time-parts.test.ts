import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timeParts } from '@/lib/press/search/time-parts.ts';

const hour = 3_600_000;
const zone = 'Asia/Baghdad';
/** This many articles, an hour apart, the last on 1 June. */
const hourly = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ slug: `a${index}`, published: Date.UTC(2026, 5, 1) - index * hour }));
const named = (parts: ReturnType<typeof timeParts>) => parts.map(({ name, articles }) => [name, articles.length]);

describe('Parts by time', () => {
  test('are the years where none has more articles than a part may have, the newest first', () => {
    const dates = [Date.UTC(2026, 1), Date.UTC(2024, 1), Date.UTC(2026, 2)].map((published) => ({ published }));
    expect(named(timeParts(dates, 2, zone))).toEqual([
      ['2026', 2],
      ['2024', 1],
    ]);
  });

  test('follow the calendar of the publication', () => {
    const eve = { published: Date.UTC(2025, 11, 31, 22) };
    expect(timeParts([eve], 2, zone).map(({ name }) => name)).toEqual(['2026']);
    expect(timeParts([eve], 2, 'UTC').map(({ name }) => name)).toEqual(['2025']);
  });

  test('are halves of a year with more, and halves of those', () => {
    const parts = timeParts(hourly(1000), 300, 'UTC');
    expect(parts.map(({ name }) => name)).toEqual(['2026abbab', '2026abbaa', '2026ababb', '2026ababa', '2026abaa']);
  });

  test('have every article once, in its year, and no more than they may have', () => {
    const instants = fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 40 }), (hours, most) => {
        const articles = [...new Set(hours)].map((hours) => ({ published: Date.UTC(2025, 9) + hours * hour }));
        const parts = timeParts(articles, most, zone);
        expect(parts.flatMap((part) => part.articles).sort((a, b) => a.published - b.published)).toEqual(
          articles.sort((a, b) => a.published - b.published),
        );
        for (const part of parts) expect(part.articles.length).toBeLessThanOrEqual(most);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }),
    );
  });

  test('of any number of articles of one instant come to an end', () => {
    const same = Array.from({ length: 50 }, () => ({ published: Date.UTC(2026, 3) }));
    expect(timeParts(same, 10, 'UTC').map(({ articles }) => articles.length)).toEqual([50]);
  });

  test('stay as they are when an article comes to another one', () => {
    const before = timeParts(hourly(1000), 300, 'UTC');
    const after = timeParts([...hourly(1000), { slug: 'new', published: Date.UTC(2026, 5, 1) + hour }], 300, 'UTC');
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(after[0]?.name).toBe(before[0]?.name);
  });
});
