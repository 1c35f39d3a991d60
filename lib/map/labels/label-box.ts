/** The edges of a box in CSS pixels from the map's upper left corner. */
export type Edges = { left: number; right: number; top: number; bottom: number };

/** A range of widths in CSS pixels. */
export type Widths = { from: number; to: number };

/**
 * A box on a map of variable width: it moves with its anchor point and keeps its own size. Its edges are given for the
 * least and the greatest width; in between each edge moves evenly.
 */
export type Box = { least: Edges; greatest: Edges };

/** The box of these pixels around a point; `x` and `y` are fractions of the map's width from its upper left corner. */
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
 * Each edge moves evenly, so the gap between two edges is closed in one interval of widths, where 0 is the least width
 * and 1 the greatest. The boxes overlap where the intervals of all four gaps do.
 */
export function overlap(one: Box, other: Box): boolean {
  let [from, to] = [0, 1];
  const closes = (atLeast: number, atGreatest: number) => {
    if (atLeast >= 0 && atGreatest >= 0) return false;
    const at = atLeast / (atLeast - atGreatest);
    if (atLeast >= 0) from = Math.max(from, at);
    if (atGreatest >= 0) to = Math.min(to, at);
    return from < to;
  };
  const { least: a, greatest: b } = one;
  const { least: c, greatest: d } = other;
  return (
    closes(a.left - c.right, b.left - d.right) &&
    closes(c.left - a.right, d.left - b.right) &&
    closes(a.top - c.bottom, b.top - d.bottom) &&
    closes(c.top - a.bottom, d.top - b.bottom)
  );
}

/** Whether a box stays this many pixels inside a map of this aspect (height by width) at every width. */
export function isInside({ least, greatest }: Box, { from, to, aspect }: Widths & { aspect: number }, margin: number) {
  const isIn = ({ left, right, top, bottom }: Edges, width: number) =>
    left >= margin && top >= margin && right <= width - margin && bottom <= width * aspect - margin;
  return isIn(least, from) && isIn(greatest, to);
}
