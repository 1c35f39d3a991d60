import { describe, expect, test } from 'vitest';
import { siteTopics } from '@/lib/publication/site-topics.ts';
import { anArticle, aPublication, aTopic } from '../../support/an-article.ts';

/** A publication with this many articles on each topic. */
function withTopics(counts: Readonly<Record<string, number>>) {
  const articles = Object.entries(counts).flatMap(([id, count]) =>
    Array.from({ length: count }, (_, index) =>
      anArticle({ slug: `${id}-${index}`, topics: [aTopic({ id, name: id.toUpperCase() })] }),
    ),
  );
  return siteTopics(aPublication({ articles }));
}

const ids = (topics: readonly { id: string }[]) => topics.map(({ id }) => id).join('');

describe('The topics to which every page leads', () => {
  test('are the five with most articles, the first in the masthead, by name where they have as many', () => {
    const { main } = withTopics({ a: 1, b: 3, c: 2, d: 8, e: 1, f: 4 });
    expect(ids(main)).toBe('dfbca');
  });

  test('are all of them in the footer, by name', () => {
    const { listed, hasMore } = withTopics({ c: 3, a: 1, b: 2, g: 1, f: 1, e: 1, d: 1 });
    expect(ids(listed)).toBe('abcdefg');
    expect(hasMore).toBe(false);
  });

  test('are the largest twenty in the footer where there are more', () => {
    const counts = Object.fromEntries([...'abcdefghijklmnopqrstuvw'].map((id) => [id, id === 'w' ? 2 : 1]));
    const { listed, hasMore } = withTopics(counts);
    expect(ids(listed)).toBe('abcdefghijklmnopqrsw');
    expect(hasMore).toBe(true);
  });

  test.each([
    [16, 17],
    [24, 31],
    [1024, 1535],
  ])('stay in order where %d articles become %d, for every page has them', (before, after) => {
    expect(ids(withTopics({ b: after, a: before }).main)).toBe('ab');
  });

  test.each([
    [3, 4],
    [5, 6],
    [31, 32],
  ])('change their order between %d and %d articles', (fewer, more) => {
    expect(ids(withTopics({ a: fewer, b: more }).main)).toBe('ba');
  });

  test('are none where nothing is published', () => {
    expect(withTopics({})).toEqual({ main: [], listed: [], hasMore: false });
  });
});
