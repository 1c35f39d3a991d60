import { describe, expect, test } from 'vitest';
import { pathData } from '@/lib/map/shapes/path-data.ts';

describe('The data of a path', () => {
  test.each([
    { lines: 'no line', of: [], data: '' },
    {
      lines: 'one line',
      of: [
        [
          [10, 20],
          [13, 15],
          [13, 25],
        ],
      ],
      data: 'm10 20 3-5 0 10',
    },
    {
      lines: 'a line to the left',
      of: [
        [
          [10, 20],
          [5, 20],
        ],
      ],
      data: 'm10 20-5 0',
    },
    {
      lines: 'two lines, the second from the end of the first',
      of: [
        [
          [1, 2],
          [3, 4],
        ],
        [
          [0, 0],
          [1, 1],
        ],
      ],
      data: 'm1 2 2 2m-3-4 1 1',
    },
  ] satisfies { lines: string; of: [number, number][][]; data: string }[])('of $lines is short', ({ of, data }) => {
    expect(pathData(of)).toBe(data);
  });
});
