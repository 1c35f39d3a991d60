import { describe, expect, test } from 'vitest';
import { besidePage, listPages, numberedPage, pageNumbers } from '@/lib/model/list-pages.ts';

/** This many entries, newest first: the oldest is 1. */
const entries = (count: number) => Array.from({ length: count }, (_, index) => count - index);

/** For each page its number, its newest entry, its oldest, and how many it has. */
const shapes = (count: number) =>
  listPages(entries(count)).map((page) => [page.number, page.entries[0], page.entries.at(-1), page.entries.length]);

describe('A list', () => {
  test.each([
    [0, [[undefined, undefined, undefined, 0]]],
    [1, [[undefined, 1, 1, 1]]],
    [2, [[undefined, 2, 1, 2]]],
    [7, [[undefined, 7, 1, 7]]],
    [39, [[undefined, 39, 1, 39]]],
    [
      40,
      [
        [undefined, 40, 21, 20],
        [1, 20, 1, 20],
      ],
    ],
    [
      59,
      [
        [undefined, 59, 21, 39],
        [1, 20, 1, 20],
      ],
    ],
    [
      60,
      [
        [undefined, 60, 41, 20],
        [2, 40, 21, 20],
        [1, 20, 1, 20],
      ],
    ],
  ])('of %d entries has a newest page, and pages of twenty that are numbered from the oldest', (count, expected) => {
    expect(shapes(count)).toEqual(expected);
  });

  test('has each entry on one page, in its order, however many there are', () => {
    for (let count = 0; count < 130; count++) {
      expect(listPages(entries(count)).flatMap((page) => page.entries)).toEqual(entries(count));
    }
  });

  test('keeps the entries of a numbered page when newer ones are added', () => {
    for (let count = 40; count < 130; count++) {
      expect(numberedPage(entries(count), '1')?.entries).toEqual(entries(20));
      expect(numberedPage(entries(count + 20), '2')?.entries).toEqual(entries(40).slice(0, 20));
    }
  });

  test('has as many numbered pages as numbers', () => {
    for (let count = 0; count < 130; count++) {
      const numbers = listPages(entries(count)).flatMap(({ number }) => number ?? []);
      expect(pageNumbers(count)).toEqual(numbers.toReversed());
    }
  });
});

describe('A page of a list', () => {
  test.each([['1'], ['2']])('is found by its number: %s', (named) => {
    expect(String(numberedPage(entries(60), named)?.number)).toBe(named);
  });

  test.each([['0'], ['3'], ['01'], ['1.0'], ['-1'], ['undefined'], ['']])('is not found by "%s"', (named) => {
    expect(numberedPage(entries(60), named)).toBeUndefined();
  });

  const address = (number: number | undefined) => `/list/${number ?? ''}`;

  test.each([
    ['the newest of one', 39, 0, { older: undefined, newer: undefined, newest: undefined }],
    ['the newest of several', 80, 0, { older: '/list/3', newer: undefined, newest: undefined }],
    ['the one after it', 80, 1, { older: '/list/2', newer: '/list/', newest: undefined }],
    ['one between others', 80, 2, { older: '/list/1', newer: '/list/3', newest: '/list/' }],
    ['the oldest', 80, 3, { older: undefined, newer: '/list/2', newest: '/list/' }],
    ['the oldest of two', 40, 1, { older: undefined, newer: '/list/', newest: undefined }],
  ])('leads to those beside it: %s', (_which, count, index, expected) => {
    const page = listPages(entries(count))[index];
    expect(page && besidePage(page, address)).toEqual(expected);
  });
});
