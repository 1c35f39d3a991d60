import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxAt, isInside, overlap, pixels } from '@/lib/context/label-box.ts';

const widths = { from: 288, to: 560 };
const part = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.integer({ min: 1, max: 120 });

/** A box beside a point, as labels are. */
const aBox = fc
  .record({
    x: part,
    y: part,
    right: fc.integer({ min: -60, max: 60 }),
    down: fc.integer({ min: -30, max: 30 }),
    width: size,
    height: size,
  })
  .map(({ x, y, right, down, width, height }) =>
    boxAt(x, y, { left: right, right: right + width, top: down, bottom: down + height }),
  );

function overlapAt(one: Box, other: Box, width: number): boolean {
  const at = (length: Box['left']) => pixels(length, width);
  return (
    at(one.left) < at(other.right) &&
    at(other.left) < at(one.right) &&
    at(one.top) < at(other.bottom) &&
    at(other.top) < at(one.bottom)
  );
}

/** Four widths of every pixel between the two. */
const everyWidth = Array.from({ length: (widths.to - widths.from) * 4 + 1 }, (_, step) => widths.from + step / 4);

describe('Two boxes', () => {
  test('overlap where they do at any width, and do not where they do at none', () => {
    fc.assert(
      fc.property(aBox, aBox, (one, other) => {
        const found = everyWidth.filter((width) => overlapAt(one, other, width));
        // Between two of these widths boxes may touch for a moment.
        if (found.length > 0) expect(overlap(one, other, widths)).toBe(true);
        if (!overlap(one, other, widths)) expect(found).toEqual([]);
        if (overlap(one, other, widths) && found.length === 0) {
          const shrunk = {
            ...one,
            right: [one.right[0], one.right[1] - 2],
            bottom: [one.bottom[0], one.bottom[1] - 2],
          } as const;
          expect(overlap(shrunk, other, widths)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('that only touch do not overlap', () => {
    const one = boxAt(0.5, 0.5, { left: 0, right: 10, top: 0, bottom: 10 });
    const other = boxAt(0.5, 0.5, { left: 10, right: 20, top: 0, bottom: 10 });
    expect(overlap(one, other, widths)).toBe(false);
  });

  test('that are apart in a narrow and in a wide window may still meet between', () => {
    const one = boxAt(0, 0, { left: 100, right: 120, top: 0, bottom: 10 });
    const other = boxAt(0.3, 0, { left: 0, right: 5, top: 0, bottom: 10 });
    expect(overlapAt(one, other, widths.from) || overlapAt(one, other, widths.to)).toBe(false);
    expect(overlap(one, other, widths)).toBe(true);
  });
});

describe('A box is inside the frame', () => {
  test.each([
    [4, true],
    [3, false],
  ])('%d pixels from its left: %s', (left, expected) => {
    const box = boxAt(0, 0.2, { left, right: 50, top: 0, bottom: 10 });
    expect(isInside(box, { ...widths, aspect: 1 }, 4)).toBe(expected);
  });

  test('only if it is at the narrowest width too', () => {
    const box = boxAt(0.9, 0.2, { left: 0, right: 40, top: 0, bottom: 10 });
    expect(isInside(box, { from: 500, to: 560, aspect: 1 }, 4)).toBe(true);
    expect(isInside(box, { from: 288, to: 560, aspect: 1 }, 4)).toBe(false);
  });

  test('only if it is above its lower end, which is a part of the width', () => {
    const box = boxAt(0.5, 0.5, { left: 0, right: 10, top: 0, bottom: 10 });
    expect(isInside(box, { ...widths, aspect: 1 }, 4)).toBe(true);
    expect(isInside(box, { ...widths, aspect: 0.5 }, 4)).toBe(false);
  });
});
