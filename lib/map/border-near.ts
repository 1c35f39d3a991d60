import { geoDistance } from 'd3-geo';
import type { Atlas } from './atlas.ts';
import { commonArcs } from './countries.ts';
import type { Pair } from './outlines.ts';
import type { Position } from './shapes/frame.ts';

/** How far from the places the border is shown, as a fraction of the greatest distance between two places. */
const nearby = 0.75;

/** How far beyond its nearest point a distant border is shown. */
const andSome = 1.2;

/** The part of two countries' common border that is near the places; if it is far away, the nearest part. */
export function borderNear(atlas: Atlas, pair: Pair, places: readonly Position[]): Position[] {
  const [one, other] = pair ?? [];
  if (!one || !other) return [];
  const border = commonArcs(one, other).flatMap((index) =>
    positionsOf(atlas.arcs[index]?.degrees ?? new Float64Array()),
  );
  const distances = border.map((position) => Math.min(...places.map((place) => geoDistance(place, position))));
  const spread = Math.max(...places.flatMap((place) => places.map((other) => geoDistance(place, other))));
  const reach = Math.max(spread * nearby, Math.min(...distances) * andSome);
  return border.filter((_, index) => (distances[index] ?? 0) <= reach);
}

function positionsOf(degrees: Float64Array): Position[] {
  return Array.from({ length: degrees.length / 2 }, (_, index) => [
    degrees[index * 2] ?? 0,
    degrees[index * 2 + 1] ?? 0,
  ]);
}
