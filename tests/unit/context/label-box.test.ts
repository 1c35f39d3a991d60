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

/** How far two boxes go into each other at a width, in pixels; less than nothing where they are apart. */
function depth(one: Box, other: Box, width: number): number {
  const at = (length: Box['left']) => pixels(length, width);
  return Math.min(
    at(other.right) - at(one.left),
    at(one.right) - at(other.left),
    at(other.bottom) - at(one.top),
    at(one.bottom) - at(other.top),
  );
}

/** Four widths of every pixel between the two. */
const everyWidth = Array.from({ length: (widths.to - widths.from) * 4 + 1 }, (_, step) => widths.from + step / 4);

describe('Two boxes', () => {
  test('overlap where they do at any width, and do not where they do at none', () => {
    fc.assert(
      fc.property(aBox, aBox, (one, other) => {
        const deepest = Math.max(...everyWidth.map((width) => depth(one, other, width)));
        // Between two of these widths boxes may come somewhat closer.
        if (deepest > 0.01) expect(overlap(one, other, widths)).toBe(true);
        if (deepest < -0.5) expect(overlap(one, other, widths)).toBe(false);
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
    expect(depth(one, other, widths.from)).toBeLessThan(0);
    expect(depth(one, other, widths.to)).toBeLessThan(0);
    expect(overlap(one, other, widths)).toBe(true);
  });
});

describe('Two boxes that come together with the width', () => {
  test('do not overlap where they are side by side at some widths and one above the other at the rest', () => {
    // Beside each other from 400 px on, above each other up to 450 px.
    const one = boxAt(0, 0.1, { left: 0, right: 40, top: 0, bottom: 10 });
    const other = boxAt(0.1, 0, { left: 0, right: 40, top: -10, bottom: 54 });
    expect(depth(one, other, 390)).toBeGreaterThan(0);
    expect(overlap(one, other, { from: 400, to: 440 })).toBe(false);
    expect(overlap(one, other, { from: 300, to: 399 })).toBe(true);
  });

  test('do not overlap where the widths at which they do sideways and up and down have none in common', () => {
    // Sideways they overlap below 400 px, up and down above 440 px.
    const one = boxAt(0, 0, { left: 0, right: 40, top: 0, bottom: 44 });
    const other = boxAt(0.1, 0, { left: 0, right: 40, top: 0, bottom: 10 });
    const rising = { ...one, bottom: [0.1, 0], top: [0, 0] } as const;
    const still = { ...other, top: [0, 44], bottom: [0, 60] } as const;
    expect(overlap(rising, still, widths)).toBe(false);
    expect(overlap(rising, { ...still, top: [0, 30] }, widths)).toBe(true);
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
