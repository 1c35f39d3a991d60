import { describe, expect, test } from 'vitest';
import { ratioOf } from '@/lib/bench/compare.ts';

describe('The ratio of two codes', () => {
  test.each<[string, [number, number][], number]>([
    ['of one pair', [[50, 100]], 0.5],
    // The machine was busy in one of the turns, for both versions.
    [
      'of three pairs',
      [
        [120, 100],
        [1250, 1000],
        [130, 100],
      ],
      1.25,
    ],
    [
      'of an even number of pairs',
      [
        [100, 100],
        [300, 100],
      ],
      2,
    ],
  ])('is the median of the pairs: %s', (_what, pairs, ratio) => {
    expect(ratioOf({ measure: 'full build', pairs })).toBe(ratio);
  });

  test('is not there without a pair', () => {
    expect(() => ratioOf({ measure: 'full build', pairs: [] })).toThrow('There is no number');
  });
});
