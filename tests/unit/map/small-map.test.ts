import { describe, expect, test } from 'vitest';
import { loadAtlas } from '@/lib/map/atlas.ts';
import { drawSmallMap } from '@/lib/map/small-map.ts';

const place = (longitude: number, latitude: number) => ({ name: 'A place', latitude, longitude });

/** Coasts of every kind: none, straight, and full of islands and fjords. */
const places = {
  Mosul: place(43.1, 36.3),
  Jakarta: place(106.8, -6.2),
  Bergen: place(5.3, 60.4),
  Aysén: place(-72, -45),
  Athens: place(23.7, 38),
  Suva: place(178.4, -18.1),
};

const draw = (one: ReturnType<typeof place>[], emphasise?: readonly [string, string]) =>
  drawSmallMap(loadAtlas(), { places: one, emphasise, lang: 'en' });

describe('A small map', () => {
  test.each(Object.entries(places))('of %s takes a few hundred bytes', (_name, one) => {
    const { land, home, edges, border, spots } = draw([one]).paths;
    const size = [land, home, edges, border, spots].join('').length;
    expect(size).toBeGreaterThan(60);
    expect(size).toBeLessThan(800);
  });

  test('has a spot for each place, within what is seen', () => {
    const { viewBox, paths } = draw([places.Mosul, place(40.7, 36.5)]);
    const [x = 0, y = 0, width = 0, height = 0] = viewBox.split(' ').map(Number);
    const spots = [...paths.spots.matchAll(/M(\d+) (\d+)h0/g)].map(([, left, top]) => [Number(left), Number(top)]);
    expect(spots).toHaveLength(2);
    for (const [left = -1, top = -1] of spots) {
      expect(left).toBeGreaterThan(x);
      expect(left).toBeLessThan(x + width);
      expect(top).toBeGreaterThan(y);
      expect(top).toBeLessThan(y + height);
    }
  });

  test('has the emphasised border, and the two countries that share it', () => {
    const { paths } = draw([places.Mosul], ['Iraq', 'Syria']);
    expect(paths.border).toMatch(/^m\d/);
    expect(paths.home).toMatch(/^m-?\d/);
    expect(draw([places.Mosul]).paths.border).toBe('');
  });

  test('is sixteen by nine', () => {
    const [, , width = 0, height = 1] = draw([places.Bergen]).viewBox.split(' ').map(Number);
    expect(width / height).toBeCloseTo(16 / 9, 1);
  });
});
