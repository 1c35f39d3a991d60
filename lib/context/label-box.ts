/** A length as a part of the map's width, and pixels: what hangs on a place moves with the map and keeps its own size. */
export type Length = readonly [part: number, pixels: number];

/** A box on a map whose width is not known yet; all its edges are counted from the map's upper left corner. */
export type Box = { left: Length; right: Length; top: Length; bottom: Length };

/** The widths in CSS pixels between which something shall hold. */
export type Widths = { from: number; to: number };

/** A length in CSS pixels on a map of this width. */
export function pixels([part, own]: Length, width: number): number {
  return part * width + own;
}

/** The box of these pixels around a point that lies `x` and `y` parts of the map's width from its upper left corner. */
export function boxAt(x: number, y: number, around: Record<'left' | 'right' | 'top' | 'bottom', number>): Box {
  return { left: [x, around.left], right: [x, around.right], top: [y, around.top], bottom: [y, around.bottom] };
}

/**
 * Whether two boxes overlap at any of the widths.
 *
 * Each edge moves evenly with the width, so one edge is before another on a half-line of widths, and the boxes overlap
 * where the four half-lines and the widths meet.
 */
export function overlap(one: Box, other: Box, { from, to }: Widths): boolean {
  // Most boxes are far apart at every width, and that is quickly seen.
  if (isPast(one.left, other.right, from, to) || isPast(other.left, one.right, from, to)) return false;
  if (isPast(one.top, other.bottom, from, to) || isPast(other.top, one.bottom, from, to)) return false;
  let [least, most] = [from, to];
  for (const [edge, end] of [
    [one.left, other.right],
    [other.left, one.right],
    [one.top, other.bottom],
    [other.top, one.bottom],
  ] as const) {
    const slope = edge[0] - end[0];
    const meeting = (end[1] - edge[1]) / slope;
    if (slope > 0) most = Math.min(most, meeting);
    if (slope < 0) least = Math.max(least, meeting);
  }
  return least < most;
}

/** Whether an edge lies at or past the end of another box at both widths, and so at all between. */
function isPast(edge: Length, end: Length, from: number, to: number): boolean {
  const part = edge[0] - end[0];
  const own = edge[1] - end[1];
  return part * from + own >= 0 && part * to + own >= 0;
}

/** Whether a box stays this many pixels inside the map's frame at all of the widths. */
export function isInside(box: Box, { from, to, aspect }: Widths & { aspect: number }, margin: number): boolean {
  return [from, to].every(
    (width) =>
      pixels(box.left, width) >= margin &&
      pixels(box.top, width) >= margin &&
      pixels(box.right, width) <= width - margin &&
      pixels(box.bottom, width) <= width * aspect - margin,
  );
}
