import { geoArea } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryObject } from 'topojson-specification';
import type { Country } from './atlas.ts';
import type { AtlasPart } from './cut-atlas.ts';
import type { Line } from './shapes/geometry.ts';
import { areaOf, isClosed, projectShape } from './shapes/project-shape.ts';

/** The emphasised country, or the two whose common border is emphasised. */
export type Pair = readonly Country[] | undefined;

/** The lines of a map: coasts and borders, which of them are borders, and apart from them the emphasised border. */
export type MapLines = { edges: Line[]; borders: Line[]; border: Line[] };

/** The areas of a map, as rings: all land, the emphasised countries, and each country that is visible. */
export type MapAreas = { land: Line[]; home: Line[]; countries: { country: Country; rings: Line[] }[] };

/** The lines of a part of the atlas, each once. A map of the world has only the borders of emphasised countries. */
export function linesIn({ topology, countries, frame, leastArea }: AtlasPart, pair: Pair): MapLines {
  const all: GeometryObject = { type: 'GeometryCollection', geometries: countries.map(({ shape }) => shape) };
  const home = shapesOf(countries, pair);
  const isBorder = (one: GeometryObject, other: GeometryObject) =>
    one !== other && home.length === 2 && home.every((shape) => shape === one || shape === other);
  const lines = (which: (one: GeometryObject, other: GeometryObject) => boolean) => {
    const coordinates = mesh(topology, all, which).coordinates.flatMap(withoutSeam);
    return projectShape({ type: 'MultiLineString', coordinates }, frame.projection);
  };
  const isOther = (one: GeometryObject, other: GeometryObject) =>
    one !== other &&
    !isBorder(one, other) &&
    (!frame.isWorld || home.some((shape) => shape === one || shape === other));
  const isEdge = (one: GeometryObject, other: GeometryObject) => one === other || isOther(one, other);
  return {
    edges: lines(isEdge).filter((line) => !isClosed(line) || areaOf(line) >= leastArea),
    borders: lines(isOther),
    border: lines(isBorder),
  };
}

/** The areas of a part of the atlas. */
export function areasIn({ topology, countries, frame, leastArea }: AtlasPart, pair: Pair): MapAreas {
  const rings = ({ coordinates }: { coordinates: number[][][][] }) =>
    projectShape({ type: 'MultiPolygon', coordinates: coordinates.filter(isLand) }, frame.projection).filter(
      (ring) => areaOf(ring) >= leastArea,
    );
  const home = shapesOf(countries, pair);
  return {
    land: rings(
      merge(
        topology,
        countries.map(({ shape }) => shape),
      ),
    ),
    home: home.length > 0 ? rings(merge(topology, home)) : [],
    countries: countries
      .filter(({ shape }) => !frame.isWorld || home.includes(shape))
      .map(({ country, shape }) => ({ country, rings: rings(feature(topology, shape).geometry) }))
      .filter((shown) => shown.rings.length > 0),
  };
}

function shapesOf(countries: AtlasPart['countries'], pair: Pair) {
  return countries.filter(({ country }) => pair?.includes(country)).map(({ shape }) => shape);
}

/** Rings with fewer points than this are checked. */
const fewPoints = 16;

/**
 * On a sphere, a ring encloses what is on one side of it. A ring that lost most of its points may have flipped, and
 * would enclose the whole Earth except an island.
 */
function isLand(coordinates: number[][][]): boolean {
  return (coordinates[0]?.length ?? 0) > fewPoints || geoArea({ type: 'Polygon', coordinates }) < 2 * Math.PI;
}

/**
 * The pieces of a line without the seams of the atlas, which divides countries at 180 degrees and at the South Pole, where
 * there is no coast.
 */
function withoutSeam(line: readonly number[][]): number[][][] {
  const isSeam = ([east = 0, north = 0]: readonly number[]) => Math.abs(east) > 179.999 || north < -89.99;
  const pieces: number[][][] = [];
  for (const [index, position] of line.entries()) {
    const before = line[index - 1];
    if (!before || (isSeam(before) && isSeam(position))) pieces.push([]);
    pieces.at(-1)?.push(position);
  }
  return pieces.filter(({ length }) => length > 1);
}
