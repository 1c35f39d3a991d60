import type { Point } from './geometry.ts';

/** How often lines are gone through: the points that matter least go first. */
const rounds = [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 1];

/**
 * Leaves points out of a line where the eye would not miss them: those that span the least triangles with their neighbours
 * (after Visvalingam and Whyatt, 1993), which keeps the character of coasts better than other rules.
 *
 * @param least The area that the triangle of a point must have, in square units.
 * @returns The indices of the points that stay, first and last among them: lines that meet there still do.
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
