import type { View } from './shapes/frame.ts';
import type { Line, Point } from './shapes/geometry.ts';

/** Which areas are stroked themselves, and the remaining lines. */
export type SharedOutlines = { land: boolean; home: boolean; edges: Line[] };

/**
 * Writes each line of a map once: an area whose whole outline is among the edges is stroked, and its lines are removed
 * from the edges. An area with a side that is not an edge, as where the atlas divides a country at 180 degrees, is not
 * stroked.
 *
 * @param whole The visible part: sides outside it are where areas were clipped.
 */
export function shareOutlines(
  { land, home, edges }: { land: readonly Line[]; home: readonly Line[]; edges: readonly Line[] },
  whole: View,
): SharedOutlines {
  const drawn = new Set(edges.flatMap(steps));
  const isEdge = (step: string) => drawn.has(step);
  const isOutlined = (rings: readonly Line[]) =>
    rings.length > 0 && rings.flatMap((ring) => sidesWithin(ring, whole)).every(isEdge);
  const shared = { land: isOutlined(land), home: isOutlined(home) };
  const known = new Set([...(shared.land ? land : []), ...(shared.home ? home : [])].flatMap(steps));
  return { ...shared, edges: edges.flatMap((edge) => piecesWithout(edge, known)) };
}

/** The segments of a line, each with the same key in both directions. */
function steps(line: Line): string[] {
  return line.slice(1).map((point, index) => stepName(line[index] ?? point, point));
}

/** The visible sides of a ring, including the closing one, which is not in its list of points. */
function sidesWithin(ring: Line, { x, y, width, height }: View): string[] {
  return [...ring, ...ring.slice(0, 1)].flatMap((point, index, closed) => {
    const before = closed[index - 1];
    if (!before) return [];
    const beyond =
      (before[0] < x && point[0] < x) ||
      (before[1] < y && point[1] < y) ||
      (before[0] > x + width && point[0] > x + width) ||
      (before[1] > y + height && point[1] > y + height);
    return beyond ? [] : [stepName(before, point)];
  });
}

/** The pieces of a line without some of its segments. */
function piecesWithout(line: Line, known: ReadonlySet<string>): Line[] {
  const pieces: Point[][] = [];
  let isGap = true;
  for (const [index, point] of line.entries()) {
    const before = line[index - 1];
    if (!before) continue;
    if (known.has(stepName(before, point))) {
      isGap = true;
    } else {
      if (isGap) pieces.push([before]);
      pieces.at(-1)?.push(point);
      isGap = false;
    }
  }
  return pieces;
}

function stepName(one: Point, other: Point): string {
  const [first, last] = [one.join(' '), other.join(' ')];
  return first < last ? `${first},${last}` : `${last},${first}`;
}
