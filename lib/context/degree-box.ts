import type { Position } from './frame.ts';

/** A box of degrees: it may reach beyond 180 degrees west or east. */
export type DegreeBox = { west: number; east: number; south: number; north: number };

/** The least box of degrees around a circle on the sphere (Bronshtein and Semendyayev: the tangent meridians). */
export function boxAroundCircle([east, north]: Position, radius: number): DegreeBox {
  const south = north - radius;
  const top = north + radius;
  const pole = top >= 90 || south <= -90;
  const sine = Math.sin((radius * Math.PI) / 180) / Math.cos((north * Math.PI) / 180);
  const aside = pole || radius >= 90 ? 180 : (Math.asin(Math.min(1, sine)) * 180) / Math.PI;
  return { west: east - aside, east: east + aside, south, north: top };
}

/** Whether two boxes have something in common, whichever way round the Earth. */
export function meet(one: DegreeBox, other: DegreeBox): boolean {
  if (one.south > other.north || other.south > one.north) return false;
  return [-360, 0, 360].some((turn) => one.west + turn <= other.east && other.west <= one.east + turn);
}

/** Whether a position lies in a box, whichever way round the Earth. */
export function holds({ west, east, south, north }: DegreeBox, x: number, y: number): boolean {
  if (y < south || y > north) return false;
  return (x >= west && x <= east) || (x + 360 >= west && x + 360 <= east) || (x - 360 >= west && x - 360 <= east);
}
