import { geoAzimuthalEqualArea } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { degreesAround, everywhere, holds, meet } from '@/lib/map/shapes/degree-box.ts';
import { runs } from '../../../support/runs.ts';

const box = (west: number, east: number, south = 0, north = 10) => ({ west, east, south, north });

/** A map of 900 by 500 units about a position, with this many units per radian. */
const aboutAt = (east: number, north: number, scale: number) =>
  geoAzimuthalEqualArea().rotate([-east, -north]).translate([450, 250]).scale(scale);

describe('The box of degrees around a rectangle', () => {
  const degrees = fc.double({ min: -180, max: 180, noNaN: true });
  const part = fc.double({ min: 0, max: 1, noNaN: true });

  test('holds every position in it, also across the antimeridian and over a pole', () => {
    fc.assert(
      fc.property(
        degrees,
        degrees,
        fc.integer({ min: 400, max: 20_000 }),
        part,
        part,
        (east, north, scale, across, down) => {
          const projection = aboutAt(east, north / 2, scale);
          const [x = 0, y = 0] = projection.invert?.([across * 900, down * 500]) ?? [];
          expect(holds(degreesAround(projection, [0, 0], [900, 500]), x, y)).toBe(true);
        },
      ),
      { numRuns: runs(100) },
    );
  });

  test('is hardly larger than it must be', () => {
    const { west, east, south, north } = degreesAround(aboutAt(44, 33, 5000), [0, 0], [900, 500]);
    // 900 of 5,000 units for a radian are 10.3 degrees of a great circle, 500 are 5.7.
    expect(north - south).toBeCloseTo(6.2, 0);
    expect(east - west).toBeCloseTo(13, 0);
  });

  test('goes all the way round a pole that is in it', () => {
    expect(degreesAround(aboutAt(10, 88, 3000), [0, 0], [900, 500])).toMatchObject({
      west: -180,
      east: 180,
      north: 90,
    });
    expect(degreesAround(aboutAt(10, -88, 3000), [0, 0], [900, 500])).toMatchObject({
      west: -180,
      east: 180,
      south: -90,
    });
  });

  test('is the whole Earth where the rectangle reaches beyond it', () => {
    expect(degreesAround(aboutAt(10, 50, 100), [0, 0], [900, 500])).toEqual(everywhere);
  });
});

describe('Two boxes of degrees', () => {
  test.each([
    ['that overlap', box(10, 20), box(15, 30), true],
    ['beside each other', box(10, 20), box(21, 30), false],
    ['one north of the other', box(10, 20, 0, 10), box(10, 20, 11, 20), false],
    ['one across the antimeridian from the west', box(170, 190), box(-175, -170), true],
    ['one across the antimeridian from the east', box(-190, -170), box(171, 175), true],
    ['on both sides of the antimeridian, far from it', box(170, 175), box(-175, -170), false],
  ])('%s: %j and %j meet: %s', (_what, one, other, expected) => {
    expect(meet(one, other)).toBe(expected);
    expect(meet(other, one)).toBe(expected);
  });

  test.each([
    [box(170, 190), -175, true],
    [box(170, 190), 175, true],
    [box(170, 190), -165, false],
    [box(-190, -170), 175, true],
  ])('%j holds %d: %s', (one, east, expected) => {
    expect(holds(one, east, 5)).toBe(expected);
    expect(holds(one, east, 15)).toBe(false);
  });
});
