import type { View } from '../shapes/frame.ts';
import type { Line, Point } from '../shapes/geometry.ts';

/** A point inside a shape, in units of the drawing. */
export type Anchor = {
  x: number;
  y: number;
  /** The distance to the nearest outline or edge of the view; vertical distances count `flatness` times. */
  room: number;
  /** How good it is for a name: mostly how much room it has, and a little how close it is to the middle. */
  worth: number;
};

/** How many points are tried across a view. */
const across = 32;

/** A name is wide and low, so room above it counts for more than room beside it. */
export const flatness = 2;

/** The cost of a unit of distance from the middle, in units of room. */
const distanceCost = 0.2;

/**
 * Points of a view inside a shape, the best for a name first. A shape too small to contain any gets the middle of each of
 * its visible outlines.
 *
 * @param rings The outlines of the shape, including holes.
 */
export function labelAnchors(rings: readonly Line[], view: View): Anchor[] {
  const step = view.width / across;
  const found: Omit<Anchor, 'worth'>[] = [];
  for (let y = view.y + step / 2; y < view.y + view.height; y += step) {
    const ways = crossings(rings, y);
    for (let x = view.x + step / 2; x < view.x + view.width && ways.length > 0; x += step) {
      // After an odd number of crossings the point is inside.
      const isIn = ways.filter((crossing) => crossing < x).length % 2 === 1;
      if (isIn) found.push({ x, y, room: roomAround(rings, view, x, y) });
    }
  }
  if (found.length === 0) found.push(...rings.flatMap((ring) => middleIn(ring, view)));
  const middleX = found.reduce((sum, { x }) => sum + x, 0) / found.length;
  const middleY = found.reduce((sum, { y }) => sum + y, 0) / found.length;
  return found
    .map((spot) => ({ ...spot, worth: spot.room - distanceCost * Math.hypot(spot.x - middleX, spot.y - middleY) }))
    .sort((a, b) => b.worth - a.worth);
}

/** The middle of the box around a ring, with hardly any room, if the whole ring is in the view. */
function middleIn(ring: Line, view: View): Omit<Anchor, 'worth'>[] {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const isSeen = left > view.x && right < view.x + view.width && top > view.y && bottom < view.y + view.height;
  return isSeen ? [{ x: (left + right) / 2, y: (top + bottom) / 2, room: 0.001 }] : [];
}

/** Where the horizontal line at `y` crosses the outlines. */
function crossings(rings: readonly Line[], y: number): number[] {
  const found: number[] = [];
  for (const ring of rings) {
    let before: Point = ring.at(-1) ?? [0, 0];
    for (const next of ring) {
      if (next[1] > y !== before[1] > y) {
        found.push(next[0] + ((y - next[1]) * (before[0] - next[0])) / (before[1] - next[1]));
      }
      before = next;
    }
  }
  return found;
}

/** Whether a point is inside one of the shapes with these outlines, including holes. */
export function isWithin(rings: readonly Line[], [x, y]: Point): boolean {
  return crossings(rings, y).filter((crossing) => crossing < x).length % 2 === 1;
}

/** The distance to the nearest outline or edge of the view. */
function roomAround(rings: readonly Line[], view: View, x: number, y: number): number {
  const toEnd = Math.min(
    x - view.x,
    view.x + view.width - x,
    (y - view.y) * flatness,
    (view.y + view.height - y) * flatness,
  );
  let least = toEnd * toEnd;
  for (const ring of rings) {
    let before: Point = ring.at(-1) ?? [0, 0];
    for (const next of ring) {
      const toNextX = next[0] - before[0];
      const toNextY = (next[1] - before[1]) * flatness;
      const toPointX = x - before[0];
      const toPointY = (y - before[1]) * flatness;
      const square = toNextX * toNextX + toNextY * toNextY;
      const along = square === 0 ? 0 : Math.min(1, Math.max(0, (toPointX * toNextX + toPointY * toNextY) / square));
      const awayX = toPointX - along * toNextX;
      const awayY = toPointY - along * toNextY;
      least = Math.min(least, awayX * awayX + awayY * awayY);
      before = next;
    }
  }
  return Math.sqrt(least);
}
