import type { MultiPolygon, Topology } from 'topojson-specification';
import { type Arc, type Atlas, arcIndex, type Country } from './atlas.ts';
import { type DegreeBox, holds, meet } from './shapes/degree-box.ts';
import type { Frame, Position } from './shapes/frame.ts';
import type { Point } from './shapes/geometry.ts';
import { simplify } from './shapes/simplify.ts';

/** The part of the atlas that a frame may show, in degrees, no finer than the map can show. */
export type AtlasPart = {
  topology: Topology;
  countries: { country: Country; shape: MultiPolygon }[];
  frame: Frame;
  /** The least area of a ring that is worth its points, in square units. */
  leastArea: number;
};

/** How far apart the points of arcs outside the frame are, in degrees: they only close their rings. */
const farStep = 0.5;

/** How far apart the points of an arc are before simplification, as a fraction of the tolerance. */
const thinning = 0.7;

/** How much coarser an arc may be outside the frame. */
const outside = 50;

/** How many squares of the tolerance a ring must enclose. */
const leastSquares = 3.5;

/**
 * Cuts out of the atlas what a frame may show. Countries share arcs, and each arc is simplified once, so that no gap
 * opens between neighbours.
 *
 * @param tolerance The size of details that may be lost, in units of the drawing.
 */
export function cutAtlas(atlas: Atlas, frame: Frame, tolerance: number): AtlasPart {
  const { around } = frame;
  const degreesPerUnit = 180 / (Math.PI * frame.projection.scale());
  const leastArea = leastSquares * tolerance ** 2;
  const near = atlas.arcs.map((arc) => meet(arc, around));
  const isNear = (ring: readonly number[]) => ring.some((arc) => near[arcIndex(arc)]);
  const leastSquareDegrees = leastArea * degreesPerUnit ** 2;
  const countries = atlas.countries.flatMap((country) => {
    const polygons = country.polygons.filter((one) => one.rings.some(isNear) && one.area > leastSquareDegrees);
    const shape: MultiPolygon = { type: 'MultiPolygon', arcs: polygons.map(({ rings }) => rings) };
    return polygons.length > 0 ? { country, shape } : [];
  });
  const arcs: Position[][] = [];
  for (const index of countries.flatMap(({ shape }) => shape.arcs.flat(2)).map(arcIndex)) {
    const arc = atlas.arcs[index];
    if (arc) arcs[index] ??= near[index] ? simplified(arc, frame, around, tolerance) : thin(arc, () => farStep);
  }
  return { topology: { type: 'Topology', objects: {}, arcs }, countries, frame, leastArea };
}

function simplified(arc: Arc, { projection }: Frame, around: DegreeBox, tolerance: number): Position[] {
  // Most points of the atlas are closer together than the map can show, and need not be projected.
  const fine = (thinning * tolerance * 180) / (Math.PI * projection.scale());
  const isWithin = holds(around, arc.west, arc.south) && holds(around, arc.east, arc.north);
  const positions = thin(arc, (east, north) => (isWithin || holds(around, east, north) ? fine : outside * fine));
  const points = positions.map((position): Point => projection(position) ?? [0, 0]);
  return simplify(points, tolerance ** 2).flatMap((index) => {
    const position = positions[index];
    return position ? [position] : [];
  });
}

/** The points of an arc that are farther than a step from the previous one, and its ends, where it meets others. */
function thin({ degrees }: Arc, step: (east: number, north: number) => number): Position[] {
  const positions: Position[] = [];
  let [lastEast, lastNorth, narrowing] = [Number.NaN, Number.NaN, 1];
  for (let at = 0; at < degrees.length; at += 2) {
    const east = degrees[at] ?? 0;
    const north = degrees[at + 1] ?? 0;
    const least = step(east, north);
    const isClose = Math.abs(north - lastNorth) < least && Math.abs(east - lastEast) * narrowing < least;
    if (isClose && at < degrees.length - 2) continue;
    positions.push([east, north]);
    lastEast = east;
    lastNorth = north;
    narrowing = Math.cos((north * Math.PI) / 180);
  }
  return positions;
}
