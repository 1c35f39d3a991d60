import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadAtlas } from '@/lib/map/atlas.ts';
import { drawMap, type LocatorMap, type MapWish } from '@/lib/map/draw-map.ts';
import type { DrawnForm } from '@/lib/map/drawn-form.ts';
import { longTest, runs } from '../../support/runs.ts';

const atlas = loadAtlas();

/** A map of these places: name, latitude and longitude of each. */
function draw(places: [string, number, number][], overrides: Partial<MapWish> = {}): LocatorMap {
  const wish = places.map(([name, latitude, longitude]) => ({ name, latitude, longitude, isCapital: false }));
  return drawMap(atlas, { places: wish, emphasise: undefined, lang: 'en-GB', dir: 'ltr', ...overrides });
}

const frontier: [string, number, number][] = [
  ['Baghdad', 33.315, 44.366],
  ['Ain al-Asad Air Base', 33.786, 42.441],
  ['Raqqa', 35.953, 39.009],
  ['Al-Shaddadi', 36.057, 40.73],
  ['Ain Issa', 36.386, 38.86],
  ['Damascus', 33.513, 36.292],
];

describe('The map of the frontier', () => {
  const map = draw(frontier, { emphasise: ['Iraq', 'Syria'] });

  test('names all its places and both countries in both forms', () => {
    for (const form of [map.forms.narrow, map.forms.wide]) {
      expect(form.places.map(({ label }) => label?.lines.join(' '))).toEqual(frontier.map(([name]) => name));
      expect(form.countries.filter(({ isHome }) => isHome).map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Iraq', 'Syria']),
      );
    }
  });

  test('has land, two countries apart from it, borders and a frontier', () => {
    const paths = Object.values(map.paths);
    expect(paths).toHaveLength(4);
    for (const data of paths) expect(data).toMatch(/^m-?\d/);
  });

  test('says what it shows', () => {
    expect(map.places).toEqual(frontier.map(([name]) => name));
    expect(map.home).toEqual(['Iraq', 'Syria']);
    expect(map.neighbours).toContain('Türkiye');
  });

  test('names every neighbour that is in the frame', () => {
    const neighbours = ({ countries }: DrawnForm) =>
      countries.flatMap(({ name, isHome }) => (isHome ? [] : name)).toSorted();
    expect(neighbours(map.forms.narrow)).toEqual(['Iran', 'Jordan', 'Lebanon', 'Saudi Arabia', 'Türkiye']);
    expect(neighbours(map.forms.wide)).toEqual(['Iran', 'Israel', 'Jordan', 'Lebanon', 'Türkiye']);
  });

  test('knows which of its places are capitals', () => {
    expect(map.capitals).toEqual([]);
    const places = frontier.map(([name, latitude, longitude]) => {
      return { name, latitude, longitude, isCapital: name === 'Baghdad' };
    });
    const { capitals, forms } = draw([], { places, emphasise: ['Iraq', 'Syria'] });
    expect(capitals).toEqual(['Baghdad']);
    expect(forms.wide.places.filter(({ isCapital }) => isCapital).map(({ name }) => name)).toEqual(['Baghdad']);
  });

  test('is the same in another language but for names and the ends at which they hang', () => {
    const arabic = draw(frontier, { emphasise: ['Iraq', 'Syria'], lang: 'ar', dir: 'rtl' });
    expect(arabic.paths).toEqual(map.paths);
    expect(arabic.forms.wide.places.map(({ x, y }) => [x, y])).toEqual(map.forms.wide.places.map(({ x, y }) => [x, y]));
    expect(arabic.home).toEqual(['العراق', 'سوريا']);
  });

  test('has the names of places that are close to each other in the order of their dots', () => {
    const arabic = draw(frontier, { emphasise: ['Iraq', 'Syria'], lang: 'ar', dir: 'rtl' });
    for (const { forms } of [map, arabic]) {
      const [raqqa, ainIssa] = [forms.narrow.places[2], forms.narrow.places[4]];
      const height = (place: typeof raqqa) => Number.parseFloat(place?.y ?? '') * 2.88 + (place?.label?.y ?? 0);
      expect(height(raqqa) - height(ainIssa)).toBeGreaterThan(10);
    }
  });
});

/** The names of the countries on both forms of a map. */
function countriesOf({ forms }: LocatorMap): string[][] {
  return [forms.narrow, forms.wide].map(({ countries }) => countries.map(({ name }) => name).toSorted());
}

/** The width of a map on the ground, in kilometres, according to its scale. */
function across({ forms }: LocatorMap): number {
  const [bar] = forms.wide.scale?.bars ?? [];
  return (Number.parseFloat(bar?.label.lines[0] ?? '') / Number.parseFloat(bar?.length ?? '')) * 100;
}

describe('The map of an island country', () => {
  const fiji: [string, number, number][] = [
    ['Suva', -18.14, 178.44],
    ['Labasa', -16.43, 179.36],
    ['Waiyevo', -16.79, -179.98],
    ['Lomaloma', -17.29, -178.99],
  ];

  test('is one frame across the antimeridian, from west to east', () => {
    const map = draw(fiji);
    expect(across(map)).toBeLessThan(800);
    for (const { places } of [map.forms.narrow, map.forms.wide]) {
      const [suva = 0, labasa = 0, waiyevo = 0, lomaloma = 0] = places.map(({ x }) => Number.parseFloat(x));
      expect([suva < labasa, labasa < waiyevo, waiyevo < lomaloma]).toEqual([true, true, true]);
      expect(places.filter(({ label }) => !label)).toEqual([]);
    }
    expect(countriesOf(map)).toEqual([['Fiji'], ['Fiji']]);
  });

  test('names the countries around that are islands beside them, on both sides of the antimeridian', () => {
    const map = draw([
      ['Wellington', -41.29, 174.78],
      ['Auckland', -36.85, 174.76],
      ['Suva', -18.14, 178.44],
      ['Nuku’alofa', -21.14, -175.2],
      ['Sydney', -33.87, 151.2],
    ]);
    const expected = ['Australia', 'Fiji', 'New Caledonia', 'New Zealand', 'Tonga', 'Vanuatu'];
    expect(countriesOf(map)).toEqual([expected, expected]);
  });

  test('of some kilometres names it, though it is smaller than a dot', () => {
    for (const countries of countriesOf(draw([['Yaren', -0.547, 166.921]]))) expect(countries).toContain('Nauru');
  });

  test('of some kilometres shows it when it has several places', () => {
    const nauru = draw([
      ['Yaren', -0.547, 166.921],
      ['Anabar', -0.507, 166.95],
      ['Nibok', -0.52, 166.92],
    ]);
    expect(across(nauru)).toBeLessThan(100);
    expect(nauru.paths.land).not.toBe('');
    expect(countriesOf(nauru)).toEqual([['Nauru'], ['Nauru']]);
    const malta = draw([
      ['Valletta', 35.9, 14.51],
      ['Victoria', 36.04, 14.24],
    ]);
    expect(across(malta)).toBeLessThan(200);
    expect(countriesOf(malta)).toEqual([['Malta'], ['Malta']]);
  });
});

describe('The map of a small country', () => {
  test('names it beside its border if its name does not fit inside', () => {
    const map = draw(
      [
        ['San Marino', 43.936, 12.447],
        ['Rimini', 44.06, 12.57],
      ],
      { emphasise: ['San Marino', 'Italy'] },
    );
    for (const { places, countries } of [map.forms.narrow, map.forms.wide]) {
      const names = [...places.filter(({ label }) => label), ...countries].map(({ name }) => name);
      expect(names.filter((name) => name === 'San Marino')).toHaveLength(1);
      expect(names).toContain('Italy');
    }
  });

  test('names it once if its town is called the same', () => {
    const map = draw([['Monaco', 43.733, 7.42]]);
    for (const { places, countries } of [map.forms.narrow, map.forms.wide]) {
      expect(places[0]?.label?.lines).toEqual(['Monaco']);
      expect(countries.map(({ name }) => name)).toEqual(expect.arrayContaining(['France', 'Italy']));
      expect(countries.map(({ name }) => name)).not.toContain('Monaco');
    }
  });

  test('has its exclaves, named too', () => {
    const map = draw(
      [
        ['Kaliningrad', 54.71, 20.51],
        ['Vilnius', 54.69, 25.28],
      ],
      { emphasise: ['Russia', 'Lithuania'] },
    );
    for (const countries of countriesOf(map)) {
      expect(countries).toEqual(expect.arrayContaining(['Belarus', 'Lithuania', 'Poland', 'Russia']));
    }
  });
});

describe('A map with one country emphasised', () => {
  const map = draw(frontier.slice(0, 2), { emphasise: ['Iraq'] });

  test('has its land apart, its name larger, and no border drawn thicker', () => {
    expect(map.home).toEqual(['Iraq']);
    expect(map.paths.home).toMatch(/^m-?\d/);
    expect(map.paths.border).toBe('');
    for (const { countries } of [map.forms.narrow, map.forms.wide])
      expect(countries.filter(({ isHome }) => isHome).map(({ name }) => name)).toEqual(['Iraq']);
  });

  test('has the frame that it has without', () => {
    const without = draw(frontier.slice(0, 2));
    expect(map.forms.wide.viewBox).toEqual(without.forms.wide.viewBox);
  });
});

describe('A map', () => {
  test.each([
    ['of one place', [['Geneva', 46.2, 6.14]]],
    ['of one place far from any coast or border', [['Novosibirsk', 55.03, 82.92]]],
    ['of one place in the midst of an ocean', [['Point Nemo', -48.88, -123.39]]],
    [
      'of the same place twice',
      [
        ['Geneva', 46.2, 6.14],
        ['Genève', 46.2, 6.14],
      ],
    ],
    ['of the South Pole', [['South Pole', -90, 0]]],
    ['of the North Pole', [['North Pole', 90, 0]]],
    [
      'across the antimeridian',
      [
        ['Suva', -18.14, 178.44],
        ['Apia', -13.83, -171.76],
      ],
    ],
    [
      'of places all over the world',
      [
        ['London', 51.5, -0.12],
        ['Sydney', -33.87, 151.2],
        ['Los Angeles', 34, -118.2],
      ],
    ],
    [
      'of places at opposite ends of the Earth',
      [
        ['Madrid', 40.4, -3.7],
        ['Weber', -40.4, 176.3],
      ],
    ],
  ] satisfies [string, [string, number, number][]][])(
    '%s shows every place inside a frame, and a coast or a border',
    (_what, places) => {
      const { forms, paths } = draw(places);
      expect(paths.edges).not.toBe('');
      for (const form of Object.values(forms)) {
        expect(form.viewBox).toMatch(/^\d+ \d+ \d+ \d+$/);
        expect(form.places).toHaveLength(places.length);
        for (const { x, y } of form.places) {
          for (const percent of [x, y].map(Number.parseFloat)) {
            expect(percent).toBeGreaterThan(5);
            expect(percent).toBeLessThan(95);
          }
        }
      }
    },
  );

  longTest('is worth its bytes wherever it is: its lines stay below some thousand points', () => {
    const anywhere = fc.record({
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 3 }), (positions) => {
        const { paths } = draw(positions.map(({ latitude, longitude }, index) => [`${index}`, latitude, longitude]));
        expect(paths.edges.length).toBeLessThan(6000);
        expect(Object.values(paths).join('')).toMatch(/^[m\d -]*$/);
      }),
      { numRuns: runs(5) },
    );
  });

  longTest('shows the nearest part of a border that is far from its places', () => {
    const { paths } = draw([['Detroit', 42.33, -83.05]], { emphasise: ['United States of America', 'Canada'] });
    expect(paths.border).not.toBe('');
    const far = draw([['Novosibirsk', 55.03, 82.92]], { emphasise: ['Russia', 'Ukraine'] });
    expect(far.paths.border).not.toBe('');
    expect(far.home).toEqual(['Russia', 'Ukraine']);
  });

  longTest('is the same each time', () => {
    expect(draw(frontier)).toEqual(draw(frontier));
  });
});
