import type { Point } from './geometry.ts';

/** The number of passes: points that matter least are removed first. */
const rounds = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 1];

/**
 * Removes points that nobody would miss from a line: those that form the smallest triangles with their neighbours
 * (Visvalingam and Whyatt, 1993), which preserves the character of coasts well.
 *
 * @param least The least area of a point's triangle, in square units.
 * @returns The indices of the remaining points, including first and last, so that lines still meet.
 */
export function simplify(line: readonly Point[], least: number): number[] {
  let kept = line.map((_, index) => index);
  for (const part of rounds) {
    const left: number[] = [];
    for (let at = 0; at < kept.length; at++) {
      const index = kept[at] ?? 0;
      const before = line[left[left.length - 1] ?? -1];
      const point = line[index];
      const after = line[kept[at + 1] ?? -1];
      if (!before || !point || !after || triangle(before, point, after) >= part * least) left.push(index);
    }
    kept = left;
  }
  return kept;
}

function triangle(a: Point, b: Point, c: Point): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
}
