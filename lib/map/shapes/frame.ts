import { type GeoProjection, geoAzimuthalEqualArea, geoDistance, geoEqualEarth } from 'd3-geo';
import { type DegreeBox, degreesAround, everywhere } from './degree-box.ts';

/** Degrees east and north. */
export type Position = [east: number, north: number];

/** The visible part of the drawing, in its units. */
export type View = { x: number; y: number; width: number; height: number };

/**
 * The two forms of a map: the widths at which it is shown, its aspect (height by width), and how much of both stays free on
 * each side of the places. Here and in labels a pixel is a sixteenth of the reader's text size (1rem), so that words on the
 * map grow with those around it. `components/article/map.css` has the same widths in rem; below the least, words shrink with
 * the map.
 */
export const forms = {
  narrow: { from: 320, to: 560, aspect: 1, margin: 0.12 },
  wide: { from: 560, to: 608, aspect: 0.5625, margin: 0.17 },
} as const;

export type FormName = keyof typeof forms;

/** The part of the world that is shown, and its projection. */
export type Frame = {
  projection: GeoProjection;
  views: Record<FormName, View>;
  /** The area that all views cover together. */
  whole: View;
  /** The box in degrees around it. */
  around: DegreeBox;
  /** Whether it is a map of the world, too small for the borders of all countries. */
  isWorld: boolean;
  /** The length of a unit of the drawing on the ground; `undefined` if it varies too much. */
  kilometresPerUnit: number | undefined;
};

/** The wide map is as many units wide as its greatest width in pixels. */
const unitsAcross = forms.wide.to;

/** How far lines continue outside the frame, so that no end is visible. */
const overhang = 6;

/** The mean radius of the Earth in kilometres. */
export const earthRadius = 6371.0088;

/** From this angle on, a map shows the whole world. */
const worldRadius = 60;

/** Beyond this angle a kilometre in the corners is more than 4 % off. */
const evenRadius = 30;

/**
 * The frame around positions anywhere on Earth, north up.
 *
 * Regions use Lambert's azimuthal projection about their own middle, which has no trouble with poles or edges; positions
 * that are spread more widely get a map of the world (Equal Earth), rotated so that they are in the middle.
 *
 * @param positions At least one.
 * @param leastWidth The least width of the map on the ground, in kilometres.
 */
export function frameAround(positions: readonly Position[], leastWidth: number): Frame {
  const middle = middleOf(positions);
  const radius = degrees(Math.max(...positions.map((position) => geoDistance(middle, position))));
  if (radius > worldRadius) {
    return framed(geoEqualEarth().rotate([-middle[0], 0]), true, positions, leastWidth);
  }
  // The middle of the projected box, not of the positions, should be in the middle of the frame.
  const first = unscaled(geoAzimuthalEqualArea().rotate([-middle[0], -middle[1]]));
  const [east, north] = first.invert?.(boxAround(first, positions).middle) ?? middle;
  return framed(geoAzimuthalEqualArea().rotate([-east, -north]), false, positions, leastWidth);
}

/** Scales a projection to fit the positions, and centres them. */
function framed(
  projection: GeoProjection,
  isWorld: boolean,
  positions: readonly Position[],
  leastWidth: number,
): Frame {
  const box = boxAround(unscaled(projection), positions);
  /** How wide a view of this aspect must be to fit the positions, on a sphere of radius 1. */
  const across = ({ aspect, margin }: (typeof forms)[FormName]) =>
    Math.max(Math.max(box.width, box.height / aspect) / (1 - 2 * margin), leastWidth / earthRadius);
  const scale = unitsAcross / Math.max(across(forms.wide), across(forms.narrow));
  const size = (form: (typeof forms)[FormName]) => {
    const width = Math.round(across(form) * scale);
    return { width, height: Math.round(width * form.aspect) };
  };
  const sizes = { narrow: size(forms.narrow), wide: size(forms.wide) };
  const whole = { x: 0, y: 0, width: unitsAcross, height: Math.max(sizes.narrow.height, sizes.wide.height) };
  const centred = ({ width, height }: { width: number; height: number }): View => {
    return { x: Math.round((whole.width - width) / 2), y: Math.round((whole.height - height) / 2), width, height };
  };
  const [x, y] = box.middle;
  const upperLeft: [number, number] = [-overhang, -overhang];
  const lowerRight: [number, number] = [whole.width + overhang, whole.height + overhang];
  projection
    .scale(scale)
    .translate([whole.width / 2 - x * scale, whole.height / 2 - y * scale])
    .clipExtent([upperLeft, lowerRight]);
  // Slightly more than is visible: anything further out only costs time.
  const reach = isWorld ? 180 : Math.min(180, reachOf(projection, whole) * 1.05 + 1);
  if (reach < 180) projection.clipAngle(reach);
  return {
    projection,
    views: { narrow: centred(sizes.narrow), wide: centred(sizes.wide) },
    whole,
    around: isWorld ? everywhere : degreesAround(projection, upperLeft, lowerRight),
    isWorld,
    kilometresPerUnit: reach > evenRadius ? undefined : earthRadius / scale,
  };
}

/** How far the farthest corner of the drawing is from its middle, in degrees; 180 if a corner is off the Earth. */
function reachOf(projection: GeoProjection, { width, height }: View): number {
  const middle = projection.invert?.([width / 2, height / 2]);
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ] as const;
  const distances = corners.map(([x, y]) => {
    const corner = projection.invert?.([x, y]);
    return middle && corner ? degrees(geoDistance(middle, corner)) : 180;
  });
  const reach = Math.max(...distances);
  return Number.isNaN(reach) ? 180 : reach;
}

/** The middle of positions on the sphere: the direction of their mean, or the first position if they cancel out. */
function middleOf(positions: readonly Position[]): Position {
  let [x, y, z] = [0, 0, 0];
  for (const [east, north] of positions) {
    x += Math.cos(radians(north)) * Math.cos(radians(east));
    y += Math.cos(radians(north)) * Math.sin(radians(east));
    z += Math.sin(radians(north));
  }
  const [first = [0, 0]] = positions;
  return Math.hypot(x, y, z) < 1e-6 ? first : [degrees(Math.atan2(y, x)), degrees(Math.atan2(z, Math.hypot(x, y)))];
}

function boxAround(projection: GeoProjection, positions: readonly Position[]) {
  const points = positions.flatMap((position) => {
    const point = projection(position);
    return point ? [point] : [];
  });
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [west, east, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle: Position = [(west + east) / 2, (top + bottom) / 2];
  return { middle, width: east - west, height: bottom - top };
}

/** The projection on a sphere of radius 1 about the origin, with straight lines between points. */
function unscaled(projection: GeoProjection): GeoProjection {
  return projection.scale(1).translate([0, 0]).precision(0);
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
