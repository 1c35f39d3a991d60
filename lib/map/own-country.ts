import { type Arc, type Atlas, arcIndex, type Country } from './atlas.ts';
import type { Position } from './shapes/frame.ts';

/** How far outside a country's outline a place in it may be, in degrees: the atlas simplifies coasts, where many towns are. */
const nearby = 0.1;

/** The country of a position, or the one with the nearest coast or border; `undefined` far out at sea. */
export function ownCountry(atlas: Atlas, position: Position): Country | undefined {
  let nearest: Country | undefined;
  let least = nearby;
  for (const country of atlas.countries) {
    for (const { rings } of country.polygons) {
      const arcs = (rings[0] ?? []).flatMap((index) => atlas.arcs[arcIndex(index)] ?? []);
      if (!isAround(arcs, position)) continue;
      if (isInside(atlas, rings, position)) return country;
      const away = distance(arcs, position);
      if (away < least) [nearest, least] = [country, away];
    }
  }
  return nearest;
}

/** Whether a position is in the box around the arcs of a ring, or close to it. */
function isAround(arcs: readonly Arc[], [east, north]: Position): boolean {
  return (
    north > Math.min(...arcs.map((arc) => arc.south)) - nearby &&
    north < Math.max(...arcs.map((arc) => arc.north)) + nearby &&
    east > Math.min(...arcs.map((arc) => arc.west)) - nearby &&
    east < Math.max(...arcs.map((arc) => arc.east)) + nearby
  );
}

/** The distance to the nearest point of some arcs, in degrees of latitude. */
function distance(arcs: readonly Arc[], [east, north]: Position): number {
  const narrowing = Math.cos((north * Math.PI) / 180);
  let least = Number.POSITIVE_INFINITY;
  for (const { degrees } of arcs) {
    for (let at = 0; at < degrees.length; at += 2) {
      const away = Math.hypot(((degrees[at] ?? 0) - east) * narrowing, (degrees[at + 1] ?? 0) - north);
      least = Math.min(least, away);
    }
  }
  return least;
}

/** Whether a line eastwards from the position crosses the rings an odd number of times. */
function isInside(atlas: Atlas, rings: readonly number[][], [east, north]: Position): boolean {
  let crossings = 0;
  for (const arc of rings.flat()) {
    const degrees = atlas.arcs[arcIndex(arc)]?.degrees ?? new Float64Array();
    for (let at = 2; at < degrees.length; at += 2) {
      const [fromEast = 0, fromNorth = 0, toEast = 0, toNorth = 0] = degrees.subarray(at - 2, at + 2);
      if (fromNorth > north === toNorth > north) continue;
      if (fromEast + ((north - fromNorth) * (toEast - fromEast)) / (toNorth - fromNorth) > east) crossings++;
    }
  }
  return crossings % 2 === 1;
}
