import { describe, expect, test } from 'vitest';
import { archivePages } from '@/lib/article/archive.ts';
import { anArticle } from '../../support/an-article.ts';

/** So many articles, newest first: the oldest is a1. */
const articles = (count: number) =>
  Array.from({ length: count }, (_, index) => anArticle({ slug: `a${count - index}` }));
const ends = (count: number) =>
  archivePages(articles(count)).map((page) => [page[0]?.slug, page.at(-1)?.slug, page.length]);

describe('The archive', () => {
  test.each([
    [0, []],
    [20, []],
    [21, [['a20', 'a1', 20]]],
    [39, [['a20', 'a1', 20]]],
    [
      40,
      [
        ['a20', 'a1', 20],
        ['a40', 'a21', 20],
      ],
    ],
    [
      45,
      [
        ['a20', 'a1', 20],
        ['a40', 'a21', 20],
      ],
    ],
  ])('of %d articles has whole pages, numbered from the oldest', (count, expected) => {
    expect(ends(count)).toEqual(expected);
  });

  test('leaves no article out of both itself and the front page', () => {
    for (let count = 1; count < 90; count++) {
      const shown = new Set(
        [...articles(count).slice(0, 20), ...archivePages(articles(count)).flat()].map(({ slug }) => slug),
      );
      expect(shown.size).toBe(count);
    }
  });
});
