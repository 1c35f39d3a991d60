import { describe, expect, test } from 'vitest';
import { type Country, loadAtlas } from '@/lib/map/atlas.ts';
import { findCountry } from '@/lib/map/countries.ts';
import { cutAtlas } from '@/lib/map/cut-atlas.ts';
import { areasIn, linesIn } from '@/lib/map/outlines.ts';
import { frameAround, type Position } from '@/lib/map/shapes/frame.ts';
import type { Line, Point } from '@/lib/map/shapes/geometry.ts';
import { areaOf } from '@/lib/map/shapes/project-shape.ts';

const atlas = loadAtlas();
const geneva: Position = [6.14, 46.2];
const baghdad: Position = [44.37, 33.32];
const damascus: Position = [36.29, 33.51];

function country(name: string): Country {
  const found = findCountry(atlas, name, 'en');
  if (!found) throw new Error(`There is no ${name}.`);
  return found;
}

type Wish = { pair?: [string, string]; across?: number; tolerance?: number };

function outlines(places: Position[], { pair, across = 800, tolerance = 0.8 }: Wish = {}) {
  const frame = frameAround(places, across);
  const part = cutAtlas(atlas, frame, tolerance);
  const countries = pair && ([country(pair[0]), country(pair[1])] as const);
  return { frame, ...linesIn(part, countries), ...areasIn(part, countries) };
}

const countPoints = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.length, 0);

/** The segments, by a key that is the same in both directions. */
function stepsOf(lines: readonly Line[]): string[] {
  return lines.flatMap((line) =>
    line.slice(1).map((point, index) => [line[index], point].map(String).sort().join(' ')),
  );
}

function lengthOf(step: string): number {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = step.split(/[ ,]/).map(Number);
  return Math.hypot(x1 - x2, y1 - y2);
}

describe('The outlines in a frame', () => {
  const iraq = outlines([baghdad, damascus], { pair: ['Iraq', 'Syria'] });
  const all = [...iraq.land, ...iraq.home, ...iraq.edges, ...iraq.border];

  test('have whole numbers, and end just outside of it', () => {
    const { width, height } = iraq.frame.whole;
    for (const [x, y] of all.flat()) {
      expect([Number.isInteger(x), Number.isInteger(y)]).toEqual([true, true]);
      expect([x >= -6, y >= -6, x <= width + 6, y <= height + 6]).toEqual([true, true, true, true]);
    }
  });

  test('are those of the countries that are to be seen', () => {
    const names = iraq.countries.map((shown) => shown.country.name);
    for (const name of ['Iraq', 'Syria', 'Lebanon', 'Jordan', 'Turkey', 'Saudi Arabia']) expect(names).toContain(name);
    for (const name of ['Sudan', 'India', 'Russia', 'Yemen']) expect(names).not.toContain(name);
  });

  test('leave no gap between neighbours: what two of them share is one line, drawn once', () => {
    const lines = stepsOf([...iraq.edges, ...iraq.border]);
    expect(lines).toEqual([...new Set(lines)]);
    const onFrame = (point: Point) => {
      const { width, height } = iraq.frame.whole;
      return point[0] <= -6 || point[1] <= -6 || point[0] >= width + 6 || point[1] >= height + 6;
    };
    const rings = iraq.countries
      .flatMap(({ rings: own }) => own)
      .map((ring) => ring.filter((point) => !onFrame(point)));
    const known = new Set([...iraq.edges, ...iraq.border].flat().map(String));
    expect(rings.flat().filter((point) => !known.has(String(point)))).toEqual([]);
  });

  test('have the emphasised border apart from all others', () => {
    expect(countPoints(iraq.border)).toBeGreaterThan(10);
    const border = new Set(stepsOf(iraq.border));
    expect(stepsOf(iraq.edges).filter((step) => border.has(step))).toEqual([]);
    // Where the Tigris leaves Syria, and at the tripoint with Jordan.
    const ends = iraq.border.flatMap((line) => [line[0], line.at(-1)]);
    for (const corner of [
      [42.36, 37.11],
      [38.79, 33.37],
    ] as const) {
      const [x = 0, y = 0] = iraq.frame.projection([...corner]) ?? [];
      expect(Math.min(...ends.map((end = [0, 0]) => Math.hypot(end[0] - x, end[1] - y)))).toBeLessThan(4);
    }
  });

  test('have the emphasised countries as one area', () => {
    const [iraqAlone, syriaAlone] = ['Iraq', 'Syria'].map((name) =>
      iraq.countries.filter((shown) => shown.country.name === name).flatMap(({ rings }) => rings),
    );
    const area = (rings: readonly Line[] = []) => rings.reduce((sum, ring) => sum + areaOf(ring), 0);
    expect(area(iraq.home)).toBeCloseTo(area(iraqAlone) + area(syriaAlone), -2);
    const border = new Set(stepsOf(iraq.border));
    expect(stepsOf(iraq.home).filter((step) => border.has(step))).toEqual([]);
  });

  test('have no emphasised border where none is asked for', () => {
    const plain = outlines([baghdad, damascus]);
    expect([plain.border, plain.home]).toEqual([[], []]);
    expect(countPoints(plain.edges)).toBeGreaterThan(countPoints(iraq.edges));
  });

  test('are simpler, and lose their smallest islands, where more may be lost', () => {
    const fine = outlines([[10.4, 63.4]], { tolerance: 1 });
    const coarse = outlines([[10.4, 63.4]], { tolerance: 4 });
    expect(countPoints(coarse.edges)).toBeLessThan(countPoints(fine.edges) / 4);
    expect(coarse.land.length).toBeLessThan(fine.land.length);
    expect(Math.min(...coarse.land.map(areaOf))).toBeGreaterThanOrEqual(56);
  });

  test('have land where there is land, however little is left of it', () => {
    for (const tolerance of [1, 3, 7]) {
      const { land, frame } = outlines(
        [
          [103.8, 1.3],
          [141.2, -2.5],
          [115, 5],
        ],
        { tolerance },
      );
      const area = land.reduce((sum, ring) => sum + areaOf(ring), 0);
      expect(area / (frame.whole.width * frame.whole.height)).toBeGreaterThan(0.15);
      expect(area / (frame.whole.width * frame.whole.height)).toBeLessThan(0.5);
    }
  });
});

describe('Where the atlas ends', () => {
  test('there is no coast: not at 180 degrees', () => {
    const { edges, frame } = outlines([
      [177.5, 64.7],
      [-165.4, 64.5],
    ]);
    const at = (latitude: number) => frame.projection([180, latitude]) ?? [0, 0];
    const [north, south] = [at(68.5), at(66)];
    const along = stepsOf(edges).filter((step) => {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = step.split(/[ ,]/).map(Number);
      return Math.hypot(x1 - north[0], y1 - north[1]) < 15 && Math.hypot(x2 - south[0], y2 - south[1]) < 60;
    });
    expect(along).toEqual([]);
    expect(Math.max(...stepsOf(edges).map(lengthOf))).toBeLessThan(250);
  });

  test('there is no coast: not at the South Pole', () => {
    const { edges, land } = outlines([[0, -90]]);
    expect(edges).toEqual([]);
    expect(land.map(areaOf).some((area) => area > 100_000)).toBe(true);
  });

  test('a map of the world has coasts, and the borders of emphasised countries alone', () => {
    const far: Position[] = [
      [-0.1, 51.5],
      [151, -34],
      [-118, 34],
    ];
    const plain = outlines(far, { tolerance: 3 });
    const emphasised = outlines(far, { tolerance: 3, pair: ['France', 'Spain'] });
    expect(plain.countries).toEqual([]);
    expect(emphasised.countries.map((shown) => shown.country.name).sort()).toEqual(['France', 'Spain']);
    expect(countPoints(emphasised.border)).toBeGreaterThan(0);
    expect(countPoints(emphasised.edges)).toBeGreaterThan(countPoints(plain.edges));
    const coast = new Set(stepsOf(plain.land));
    const inland = stepsOf(plain.edges).filter((step) => !coast.has(step));
    expect(inland.length).toBeLessThan(stepsOf(plain.edges).length / 20);
  });

  test('an island of which too little is left is not turned inside out', () => {
    // Cuba becomes the hole of Guantanamo Bay.
    const { land, frame } = outlines(
      [
        [-100, 60],
        [-60, -50],
      ],
      { tolerance: 7 },
    );
    expect(Math.max(...land.map(areaOf)) / (frame.whole.width * frame.whole.height)).toBeLessThan(0.5);
  });
});

describe('The arcs of the atlas', () => {
  test('that are far from a frame are not looked at', () => {
    const frame = frameAround([geneva], 800);
    const { topology } = cutAtlas(atlas, frame, 0.8);
    const used = topology.arcs.filter((arc) => arc !== undefined);
    expect(used.length).toBeLessThan(atlas.arcs.length / 10);
  });
});
