import { describe, expect, test } from 'vitest';
import { loadAtlas } from '@/lib/map/atlas.ts';
import { ownCountry } from '@/lib/map/own-country.ts';

const atlas = loadAtlas();

describe('The country of a place', () => {
  test.each([
    ['inside', 'Iraq', 44.366, 33.315],
    ['in an exclave', 'Russia', 20.51, 54.71],
    ['on a coast that the atlas has drawn past it', 'Malta', 14.52, 35.9],
    ['on an island of some kilometres', 'Nauru', 166.921, -0.547],
    ['in a country that another surrounds', 'San Marino', 12.447, 43.936],
    ['east of the antimeridian', 'Fiji', -178.99, -17.29],
    ['west of it', 'Fiji', 179.36, -16.43],
  ])('%s is the one that it is in', (_where, name, east, north) => {
    expect(ownCountry(atlas, [east, north])?.name).toBe(name);
  });

  test('far out at sea is none', () => {
    expect(ownCountry(atlas, [-123.39, -48.88])).toBeUndefined();
  });
});
