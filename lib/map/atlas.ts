import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { GeometryCollection, Topology } from 'topojson-specification';

/** A piece of a coast or a border between two junctions: alternating degrees east and north, and the smallest box around them. */
export type Arc = { degrees: Float64Array; west: number; east: number; south: number; north: number };

/** A piece of land that belongs to one country. */
type CountryPolygon = {
  /** Its rings of arcs, by index; the complement of an index means that the ring follows the arc backwards. */
  rings: number[][];
  /** The area of the box around it, in square degrees at its own latitude. */
  area: number;
};

/** A country of the atlas, or a territory that the atlas shows apart. */
export type Country = {
  /** The two-letter code of ISO 3166-1; `undefined` if the atlas has none. */
  code: string | undefined;
  /** The English name, as the atlas writes it. */
  name: string;
  polygons: CountryPolygon[];
};

/** The countries of the world, and the arcs that their outlines share. */
export type Atlas = { arcs: readonly Arc[]; countries: readonly Country[] };

/** The index of an arc, in whichever direction a ring follows it. */
export function arcIndex(arc: number): number {
  return arc < 0 ? ~arc : arc;
}

let loaded: Atlas | undefined;

/**
 * The atlas: Natural Earth's countries at 1:10,000,000 (public domain), from `world-atlas` in TopoJSON.
 *
 * It is read on demand and once in a process, since its file has 3.6 MB.
 */
export function loadAtlas(): Atlas {
  loaded ??= readAtlas();
  return loaded;
}

function readAtlas(): Atlas {
  const require = createRequire(join(process.cwd(), 'package.json'));
  const file = require.resolve('world-atlas/countries-10m.json');
  const { arcs, objects, transform }: Topology<{ countries: GeometryCollection<{ name: string }> }> = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  const { scale = [1, 1], translate = [0, 0] } = transform ?? {};
  let decoded: Arc[] | undefined;
  const inDegrees = () => {
    decoded ??= arcs.map((steps) => decode(steps, scale, translate));
    return decoded;
  };
  // Names and shared borders need no arcs.
  return {
    get arcs() {
      return inDegrees();
    },
    countries: objects.countries.geometries.flatMap((shape) => {
      if (shape.type !== 'Polygon' && shape.type !== 'MultiPolygon') return [];
      const name = shape.properties?.name ?? '';
      const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
      return {
        code: codeOf(shape.id, name),
        name,
        polygons: polygons.map((rings) => ({
          rings,
          get area() {
            return areaAround(rings, inDegrees());
          },
        })),
      };
    }),
  };
}

function areaAround([outer = []]: readonly number[][], arcs: readonly Arc[]): number {
  const around = outer.flatMap((arc) => arcs[arcIndex(arc)] ?? []);
  const south = Math.min(...around.map((arc) => arc.south));
  const north = Math.max(...around.map((arc) => arc.north));
  const width = Math.max(...around.map(({ east }) => east)) - Math.min(...around.map(({ west }) => west));
  return (north - south) * width * Math.cos((((south + north) / 2) * Math.PI) / 180);
}

/** Natural Earth has no code for Kosovo; CLDR has its names under this one. */
const codesByName: Readonly<Record<string, string>> = { Kosovo: 'XK' };

/** The atlas has numeric ISO 3166-1 codes, which language tags accept, too. */
function codeOf(id: string | number | undefined, name: string): string | undefined {
  return id === undefined ? codesByName[name] : new Intl.Locale(`und-${id}`).region;
}

/** Arcs are delta-encoded as whole numbers. */
function decode(
  steps: readonly (readonly number[])[],
  [scaleX = 1, scaleY = 1]: readonly number[],
  [originX = 0, originY = 0]: readonly number[],
): Arc {
  const degrees = new Float64Array(steps.length * 2);
  const arc = { degrees, west: 180, east: -180, south: 90, north: -90 };
  let x = 0;
  let y = 0;
  let at = 0;
  for (const step of steps) {
    x += step[0] ?? 0;
    y += step[1] ?? 0;
    const east = x * scaleX + originX;
    const north = y * scaleY + originY;
    degrees[at++] = east;
    degrees[at++] = north;
    arc.west = Math.min(arc.west, east);
    arc.east = Math.max(arc.east, east);
    arc.south = Math.min(arc.south, north);
    arc.north = Math.max(arc.north, north);
  }
  return arc;
}
