/** The edges of a box in CSS pixels from the map's upper left corner. */
export type Edges = { left: number; right: number; top: number; bottom: number };

/** The widths in CSS pixels between which something should hold. */
export type Widths = { from: number; to: number };

/**
 * A box on a map that may have any width between two: what hangs on a place moves with the map and keeps its own size. Its
 * edges are those at the least and at the greatest width; between them each edge moves evenly.
 */
export type Box = { least: Edges; greatest: Edges };

/** The box of these pixels around a point that lies `x` and `y` parts of the map's width from its upper left corner. */
export function boxAround(x: number, y: number, { left, right, top, bottom }: Edges, { from, to }: Widths): Box {
  const at = (width: number) => ({
    left: x * width + left,
    right: x * width + right,
    top: y * width + top,
    bottom: y * width + bottom,
  });
  return { least: at(from), greatest: at(to) };
}

/**
 * Whether two boxes overlap at any width.
 *
 * Each edge moves evenly, so one edge is past another in one part of the widths; the boxes overlap in what four such parts
 * have in common.
 */
export function overlap(one: Box, other: Box): boolean {
  const sideways = overlapping(
    one.least.left - other.least.right,
    one.greatest.left - other.greatest.right,
    other.least.left - one.least.right,
    other.greatest.left - one.greatest.right,
  );
  // Most boxes are far apart at every width, and that is quickly seen.
  if (!sideways) return false;
  const upright = overlapping(
    one.least.top - other.least.bottom,
    one.greatest.top - other.greatest.bottom,
    other.least.top - one.least.bottom,
    other.greatest.top - one.greatest.bottom,
  );
  return upright !== undefined && Math.max(sideways[0], upright[0]) < Math.min(sideways[1], upright[1]);
}

/**
 * The part of the widths in which two gaps are both less than nothing: 0 is the least width, 1 the greatest.
 *
 * @returns `undefined` if there is none.
 */
function overlapping(
  gapAtLeast: number,
  gapAtGreatest: number,
  backAtLeast: number,
  backAtGreatest: number,
): [from: number, to: number] | undefined {
  if ((gapAtLeast >= 0 && gapAtGreatest >= 0) || (backAtLeast >= 0 && backAtGreatest >= 0)) return undefined;
  const gapCloses = gapAtLeast / (gapAtLeast - gapAtGreatest);
  const backCloses = backAtLeast / (backAtLeast - backAtGreatest);
  return [
    Math.max(gapAtLeast >= 0 ? gapCloses : 0, backAtLeast >= 0 ? backCloses : 0),
    Math.min(gapAtGreatest >= 0 ? gapCloses : 1, backAtGreatest >= 0 ? backCloses : 1),
  ];
}

/** Whether a box stays this many pixels inside a map of this aspect (height by width) at every width. */
export function isInside({ least, greatest }: Box, { from, to, aspect }: Widths & { aspect: number }, margin: number) {
  const isIn = ({ left, right, top, bottom }: Edges, width: number) =>
    left >= margin && top >= margin && right <= width - margin && bottom <= width * aspect - margin;
  return isIn(least, from) && isIn(greatest, to);
}
