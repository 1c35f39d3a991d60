import type { GeoProjection } from 'd3-geo';

/** A box in degrees, which may extend beyond 180 degrees west or east. */
export type DegreeBox = { west: number; east: number; south: number; north: number };

/** The box around the whole Earth. */
export const everywhere: DegreeBox = { west: -180, east: 180, south: -90, north: 90 };

/** How many points of each side are projected, and the margin for what is between them. */
const looks = 12;
const between = 0.03;

/**
 * The box in degrees around a rectangle of a flat map.
 *
 * @param from The upper left corner of the rectangle, in units of the drawing.
 * @param to The lower right one.
 * @returns All longitudes if a pole is in the rectangle, and the whole Earth if one of its sides is off the Earth.
 */
export function degreesAround(
  projection: GeoProjection,
  from: readonly [number, number],
  to: readonly [number, number],
): DegreeBox {
  const middle = projection.invert?.([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  if (!middle) return everywhere;
  const [middleEast] = middle;
  const positions = Array.from({ length: looks + 1 }, (_, index) => index / looks).flatMap((part) => {
    const x = from[0] + (to[0] - from[0]) * part;
    const y = from[1] + (to[1] - from[1]) * part;
    return [[x, from[1]] as const, [x, to[1]] as const, [from[0], y] as const, [to[0], y] as const];
  });
  const box = { west: middleEast, east: middleEast, south: 90, north: -90 };
  for (const [x, y] of positions) {
    const [east = Number.NaN, north = Number.NaN] = projection.invert?.([x, y]) ?? [];
    if (Number.isNaN(east) || Number.isNaN(north)) return everywhere;
    // Relative to the middle, so that nothing breaks at 180 degrees.
    const away = ((((east - middleEast + 180) % 360) + 360) % 360) - 180;
    box.west = Math.min(box.west, middleEast + away);
    box.east = Math.max(box.east, middleEast + away);
    box.south = Math.min(box.south, north);
    box.north = Math.max(box.north, north);
  }
  const aside = (box.east - box.west) * between;
  const beyond = (box.north - box.south) * between;
  const around = {
    west: box.west - aside,
    east: box.east + aside,
    south: box.south - beyond,
    north: box.north + beyond,
  };
  const isIn = ([x, y]: readonly [number, number]) => x >= from[0] && x <= to[0] && y >= from[1] && y <= to[1];
  const poles = [-90, 90].filter((north) => isIn(projection([middleEast, north]) ?? [Number.NaN, Number.NaN]));
  for (const pole of poles) {
    around.west = -180;
    around.east = 180;
    if (pole < 0) around.south = pole;
    else around.north = pole;
  }
  return around;
}

/** Whether two boxes overlap, in either direction around the Earth. */
export function meet(one: DegreeBox, other: DegreeBox): boolean {
  if (one.south > other.north || other.south > one.north) return false;
  return (
    (one.west <= other.east && other.west <= one.east) ||
    (one.west + 360 <= other.east && other.west <= one.east + 360) ||
    (one.west - 360 <= other.east && other.west <= one.east - 360)
  );
}

/** Whether a position is in a box, in either direction around the Earth. */
export function holds({ west, east, south, north }: DegreeBox, x: number, y: number): boolean {
  if (y < south || y > north) return false;
  return (x >= west && x <= east) || (x + 360 >= west && x + 360 <= east) || (x - 360 >= west && x - 360 <= east);
}
