import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simplify } from '@/lib/map/shapes/simplify.ts';
import { runs } from '../../../support/runs.ts';

const aPoint = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));

describe('A simplified line', () => {
  test('keeps its ends, where it meets others, and the order of its points', () => {
    fc.assert(
      fc.property(
        fc.array(aPoint, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 0, max: 500 }),
        (line, least) => {
          const kept = simplify(line, least);
          expect(kept[0]).toBe(0);
          expect(kept.at(-1)).toBe(line.length - 1);
          expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
        },
      ),
      { numRuns: runs(25) },
    );
  });

  test('loses what is straight and keeps a corner', () => {
    const line = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 5],
      [10, 10],
    ] as const;
    expect(simplify(line, 1)).toEqual([0, 2, 4]);
  });

  test('loses a corner that is smaller than asked for, and no larger one', () => {
    const line = [
      [0, 0],
      [5, 1],
      [10, 0],
      [15, 8],
      [20, 0],
    ] as const;
    expect(simplify(line, 6)).toEqual([0, 2, 3, 4]);
  });

  test('is nothing where there is no line', () => {
    expect(simplify([], 1)).toEqual([]);
  });
});
