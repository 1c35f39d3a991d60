import { geoDistance } from 'd3-geo';
import type { Atlas } from './atlas.ts';
import { borderNear } from './border-near.ts';
import { cutAtlas } from './cut-atlas.ts';
import { areasIn, linesIn, type MapAreas, type MapLines, type Pair } from './outlines.ts';
import { ownCountry } from './own-country.ts';
import { earthRadius, type Frame, frameAround, type Position, type View } from './shapes/frame.ts';
import type { Line } from './shapes/geometry.ts';

/** The least width of a map on the ground, in kilometres: a single place needs more around it. */
const leastAcross = { one: 800, several: 250 };

/**
 * If places are close together, as in a very small country, the map is this many times as wide as the distance between
 * them, but at least this many kilometres: the atlas has no finer detail.
 */
const aroundThem = 4;
const finestAcross = 60;

/** A map this wide shows a coast anywhere on Earth. */
const mostAcross = 12_000;

/**
 * The most points in the lines of a map, and the tolerance of simplification, in units of the drawing: at first, when the
 * loss is hardly visible, and at most.
 */
export type Fineness = { mostPoints: number; finest: number; coarsest: number };

/** Worth about two kilobytes of a page. */
const full: Fineness = { mostPoints: 720, finest: 2.4, coarsest: 6 };

/**
 * Frames places with the emphasised border near them, and draws the outlines around them.
 *
 * The frame is widened until a coast or a border runs through it, since a dot in the middle of nothing locates nothing;
 * and lines of long coasts with many islands are simplified until they fit into a page.
 */
export function fitOutlines(
  atlas: Atlas,
  places: readonly Position[],
  pair: Pair,
  { mostPoints, finest, coarsest }: Fineness = full,
): MapLines & MapAreas & { frame: Frame } {
  const positions = [...places, ...borderNear(atlas, pair, places)];
  let across = leastWidth(places);
  let tolerance = finest;
  for (;;) {
    const frame = frameAround(positions, across);
    const part = cutAtlas(atlas, frame, tolerance);
    const { edges, borders, border } = linesIn(part, pair);
    const points = [...edges, ...border].reduce((sum, line) => sum + line.length, 0);
    const isEmpty = Object.values(frame.views).some(
      (view) => ![...edges, ...border].some((line) => runsThrough(line, view)),
    );
    if (points > mostPoints && tolerance < coarsest)
      tolerance = Math.min(coarsest, tolerance * Math.max(1.2, points / mostPoints));
    else if (isEmpty && across < mostAcross) across *= 1.5;
    else {
      const { countries, ...areas } = areasIn(part, pair);
      for (const place of places) countries.push(...tooSmall(atlas, place, frame, countries));
      return { frame, edges, borders, border, ...areas, countries };
    }
  }
}

/** The least width of a map of these places on the ground, in kilometres. */
function leastWidth(places: readonly Position[]): number {
  const spread = Math.max(...places.flatMap((one) => places.map((other) => geoDistance(one, other)))) * earthRadius;
  if (spread === 0) return leastAcross.one;
  return Math.min(leastAcross.several, Math.max(finestAcross, spread * aroundThem));
}

/** The country of a place if it is too small to be drawn, so that the dot stands for both. */
function tooSmall(
  atlas: Atlas,
  place: Position,
  { projection, isWorld }: Frame,
  drawn: MapAreas['countries'],
): MapAreas['countries'] {
  const country = isWorld ? undefined : ownCountry(atlas, place);
  const point = projection(place);
  if (!country || !point || drawn.some((one) => one.country === country)) return [];
  return [{ country, rings: [[point, point]] }];
}

/** Whether a line crosses the inner part of a view. */
function runsThrough(line: Line, { x, y, width, height }: View): boolean {
  return line.some(
    ([pointX, pointY]) =>
      Math.abs(pointX - x - width / 2) < width * 0.4 && Math.abs(pointY - y - height / 2) < height * 0.4,
  );
}
