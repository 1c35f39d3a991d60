import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, boxAround, type Edges, isInside, overlap } from '@/lib/map/labels/label-box.ts';
import { runs } from '../../../support/runs.ts';

const widths = { from: 288, to: 560 };
const part = fc.double({ min: 0, max: 1, noNaN: true });
const size = fc.integer({ min: 1, max: 120 });

const boxAt = (x: number, y: number, edges: Edges, between = widths) => boxAround(x, y, edges, between);

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

/** How far two boxes overlap at a width, in pixels; negative if they are apart. */
function depth(one: Box, other: Box, width: number): number {
  const part = (width - widths.from) / (widths.to - widths.from);
  const at = ({ least, greatest }: Box, edge: keyof Edges) => least[edge] + part * (greatest[edge] - least[edge]);
  return Math.min(
    at(other, 'right') - at(one, 'left'),
    at(one, 'right') - at(other, 'left'),
    at(other, 'bottom') - at(one, 'top'),
    at(one, 'bottom') - at(other, 'top'),
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
        if (deepest > 0.01) expect(overlap(one, other)).toBe(true);
        if (deepest < -0.5) expect(overlap(one, other)).toBe(false);
      }),
      { numRuns: runs(100) },
    );
  });

  test('that only touch do not overlap', () => {
    const one = boxAt(0.5, 0.5, { left: 0, right: 10, top: 0, bottom: 10 });
    const other = boxAt(0.5, 0.5, { left: 10, right: 20, top: 0, bottom: 10 });
    expect(overlap(one, other)).toBe(false);
  });

  test('that are apart in a narrow and in a wide window may still meet between', () => {
    const one = boxAt(0, 0, { left: 100, right: 120, top: 0, bottom: 10 });
    const other = boxAt(0.3, 0, { left: 0, right: 5, top: 0, bottom: 10 });
    expect(depth(one, other, widths.from)).toBeLessThan(0);
    expect(depth(one, other, widths.to)).toBeLessThan(0);
    expect(overlap(one, other)).toBe(true);
  });
});

describe('Two boxes that come together with the width', () => {
  test('overlap only where they do sideways and up and down at one width', () => {
    // Side by side from 400 px, one above the other up to 300 or up to 440 px.
    const upright = (left: number, top: number, bottom: number, growth: number): Box => ({
      least: { left, right: left + 40, top, bottom },
      greatest: { left, right: left + 40, top: top + growth, bottom: bottom + growth },
    });
    const still = upright(0, 0, 10, 0);
    const sideways = (width: number) => 40 * ((width - widths.from) / (400 - widths.from));
    const moving = (top: number, growth: number): Box => {
      const box = upright(0, top, top + 10, growth);
      const end = sideways(widths.to);
      return { ...box, greatest: { ...box.greatest, left: end, right: end + 40 } };
    };
    // Its top comes down to 10, the lower edge of the other, at 440 px and at 350 px.
    for (const [top, expected] of [
      [10 + 152, false],
      [10 + 62, true],
    ] as const) {
      expect(overlap(still, moving(top, -272))).toBe(expected);
      expect(overlap(moving(top, -272), still)).toBe(expected);
    }
  });

  test('overlap where they do in a part of the widths alone', () => {
    const one = boxAt(0, 0, { left: 0, right: 40, top: 0, bottom: 10 }, { from: 300, to: 399 });
    const other = boxAt(0.1, 0, { left: 0, right: 40, top: 0, bottom: 10 }, { from: 300, to: 399 });
    expect(overlap(one, other)).toBe(true);
    const wider = { from: 400, to: 500 };
    expect(
      overlap(
        boxAt(0, 0, { left: 0, right: 40, top: 0, bottom: 10 }, wider),
        boxAt(0.1, 0, { left: 0, right: 40, top: 0, bottom: 10 }, wider),
      ),
    ).toBe(false);
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
    const box = (between: typeof widths) => boxAt(0.9, 0.2, { left: 0, right: 40, top: 0, bottom: 10 }, between);
    const wide = { from: 500, to: 560 };
    expect(isInside(box(wide), { ...wide, aspect: 1 }, 4)).toBe(true);
    expect(isInside(box(widths), { ...widths, aspect: 1 }, 4)).toBe(false);
  });

  test('only if it is above its lower end, which is a part of the width', () => {
    const box = boxAt(0.5, 0.5, { left: 0, right: 10, top: 0, bottom: 10 });
    expect(isInside(box, { ...widths, aspect: 1 }, 4)).toBe(true);
    expect(isInside(box, { ...widths, aspect: 0.5 }, 4)).toBe(false);
  });
});
