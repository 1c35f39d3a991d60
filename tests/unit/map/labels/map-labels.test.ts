import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labelForm, type MapLabels, type ToLabel } from '@/lib/map/labels/map-labels.ts';
import { type AnchoredText, lineHeight, textWidth } from '@/lib/map/labels/map-text.ts';
import { type FormName, forms, frameAround } from '@/lib/map/shapes/frame.ts';
import type { Line } from '@/lib/map/shapes/geometry.ts';
import { runs } from '../../../support/runs.ts';

const frame = frameAround(
  [
    [44.37, 33.32],
    [36.29, 33.51],
  ],
  250,
);
const { whole } = frame;

/** A labelled map of 608 by about 600 units, with only the given content. */
function aNamed(overrides: Partial<ToLabel> = {}): ToLabel {
  return { places: [], countries: [], edges: [], borders: [], border: [], lang: 'en-GB', dir: 'ltr', ...overrides };
}

const square = (left: number, top: number, right: number, bottom: number): Line => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
  [left, top],
];

type Rectangle = { what: string; left: number; right: number; top: number; bottom: number };

/** Where a text is at a width, measured independently of the code. */
function rectangle(
  what: string,
  at: { x: number; y: number },
  text: AnchoredText,
  fontSize: number,
  width: number,
): Rectangle {
  const wide = Math.max(...text.lines.map((line) => textWidth(line, fontSize)));
  const x = at.x * width + text.x - (text.align === 'left' ? 0 : text.align === 'middle' ? wide / 2 : wide);
  const baseline = at.y * width + text.y;
  const last = baseline + (text.lines.length - 1) * lineHeight;
  return { what, left: x, right: x + wide, top: baseline - fontSize, bottom: last + fontSize * 0.25 };
}

function rectangles({ places, countries, scale }: MapLabels, width: number): Rectangle[] {
  return [
    ...places.flatMap(({ name, isCapital, label, ...at }) =>
      label ? [rectangle(name, at, label, isCapital ? 12 : 12 * 0.93, width)] : [],
    ),
    ...countries.map(({ name, label, ...at }) => rectangle(name, at, label, 13, width)),
    ...(scale?.bars.map(({ label }) => rectangle('scale', scale, label, 12, width)) ?? []),
  ];
}

function faults(labels: MapLabels, form: FormName, width: number, border: Line): string[] {
  const all = rectangles(labels, width);
  const view = frame.views[form];
  const onBorder = border.slice(1).flatMap((end, index) => {
    const [startX, startY] = border[index] ?? end;
    return Array.from({ length: 200 }, (_, step) => ({
      x: ((startX + ((end[0] - startX) * step) / 200 - view.x) / view.width) * width,
      y: ((startY + ((end[1] - startY) * step) / 200 - view.y) / view.width) * width,
    }));
  });
  const crossed = all.filter((one) =>
    onBorder.some(({ x, y }) => x > one.left && x < one.right && y > one.top && y < one.bottom),
  );
  const height = width * forms[form].aspect;
  const outside = all.filter(({ left, right, top, bottom }) => left < 0 || top < 0 || right > width || bottom > height);
  const overlapping = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter(
        (other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
      )
      .map((other) => `${one.what} lies over ${other.what}`),
  );
  return [
    ...outside.map(({ what }) => `${what} leaves the frame`),
    ...crossed.map(({ what }) => `${what} lies on the border`),
    ...overlapping,
  ];
}

const aPoint = fc.tuple(fc.integer({ min: 40, max: 570 }), fc.integer({ min: 130, max: 410 }));
const aName = fc.oneof(
  fc.constantFrom('Baghdad', 'Raqqa', 'Ain al-Asad Air Base', 'Al-Shaddadi', 'قاعدة عين الأسد الجوية', 'Rio', 'دمشق'),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const someNamed = fc.record({
  places: fc.array(fc.record({ name: aName, isCapital: fc.boolean(), point: aPoint }), { minLength: 1, maxLength: 9 }),
  cut: fc.integer({ min: 100, max: 500 }),
  border: fc.array(aPoint, { minLength: 2, maxLength: 6 }),
  dir: fc.constantFrom('ltr' as const, 'rtl' as const),
});

describe('Names on a map', () => {
  test('never overlap, leave the frame or lie on the emphasised border, at whatever width the form is shown', () => {
    fc.assert(
      fc.property(someNamed, fc.double({ min: 0, max: 1, noNaN: true }), ({ places, cut, border, dir }, part) => {
        const countries = [
          { name: 'Left', rings: [square(-6, -6, cut, whole.height)], isHome: true },
          { name: 'The Right Republic', rings: [square(cut, -6, whole.width, whole.height)], isHome: false },
        ];
        const named = aNamed({
          places,
          countries,
          border: [border],
          edges: countries.flatMap(({ rings }) => rings),
          dir,
        });
        for (const form of ['narrow', 'wide'] as const) {
          const labels = labelForm(form, frame, named);
          const { from, to } = forms[form];
          for (const width of [from, to, from + part * (to - from)])
            expect(faults(labels, form, width, border)).toEqual([]);
        }
      }),
      { numRuns: runs(12) },
    );
  }, 60_000);

  test('stand beside their dots, to the right where there is room', () => {
    const { places } = labelForm(
      'wide',
      frame,
      aNamed({ places: [{ name: 'Raqqa', isCapital: false, point: [300, 250] }] }),
    );
    expect(places[0]?.label).toEqual({ lines: ['Raqqa'], x: 7, y: 5, align: 'left' });
  });

  test('stand to the left first where the language begins at the right', () => {
    const { places } = labelForm(
      'wide',
      frame,
      aNamed({ dir: 'rtl', places: [{ name: 'الرقة', isCapital: false, point: [300, 250] }] }),
    );
    expect(places[0]?.label).toMatchObject({ x: -7, align: 'right' });
  });

  test('do not cross the emphasised border, and rather cross another one than be left out', () => {
    const line: Line = [
      [310, 0],
      [310, whole.height],
    ];
    const places = [{ name: 'Raqqa', isCapital: false, point: [304, 250] as const }];
    const beside = labelForm('wide', frame, aNamed({ places, border: [line] }));
    expect(beside.places[0]?.label).toMatchObject({ align: 'right' });
    const grid = Array.from(
      { length: 60 },
      (_, index): Line => [
        [0, index * 10],
        [whole.width, index * 10],
      ],
    );
    expect(labelForm('wide', frame, aNamed({ places, edges: grid })).places[0]?.label).toBeDefined();
  });

  test('cover no border of other countries if there is another way, and stay in the country of their dots', () => {
    const [south, north] = [square(-6, 250, whole.width, whole.height), square(-6, -6, whole.width, 250)];
    const countries = [south, north].map((ring, index) => ({ name: `${index}`, rings: [ring], isHome: false }));
    const borders: Line[] = [
      [
        [-6, 250],
        [whole.width, 250],
      ],
    ];
    const places = [{ name: 'Here', isCapital: false, point: [300, 254] as const }];
    const labels = labelForm('wide', frame, aNamed({ places, countries, edges: borders, borders }));
    expect(labels.places[0]?.label?.y).toBeGreaterThan(12);
  });

  test('that are long stand in two lines where one has no room', () => {
    const { places } = labelForm(
      'narrow',
      frame,
      aNamed({ places: [{ name: 'Ain al-Asad Air Base in Iraq', isCapital: false, point: [300, 250] }] }),
    );
    expect(places[0]?.label?.lines).toEqual(['Ain al-Asad Air', 'Base in Iraq']);
  });

  test('that fit nowhere are left out, and their dots stay', () => {
    const name =
      'The very long name of a place that nobody could ever write on a map of this size, in one line or in two';
    const { places } = labelForm('narrow', frame, aNamed({ places: [{ name, isCapital: false, point: [300, 250] }] }));
    expect(places).toMatchObject([{ name, label: undefined }]);
  });

  test('of two places that are called the same stand beside each', () => {
    const places = [
      [200, 250],
      [400, 350],
    ].map(([x = 0, y = 0]) => ({ name: 'Tripoli', isCapital: false, point: [x, y] as const }));
    const labels = labelForm('wide', frame, aNamed({ places }));
    expect(labels.places.map(({ label }) => label?.lines)).toEqual([['Tripoli'], ['Tripoli']]);
  });

  test('rather stand farther from their own dot than close to that of another', () => {
    const { width } = frame.views.narrow;
    const perPixel = width / forms.narrow.from;
    const places = [
      { name: 'Raqqa', isCapital: false, point: [300, 250] as const },
      { name: 'Ain Issa', isCapital: false, point: [300 + 36 * perPixel, 250] as const },
    ];
    // There is no room directly to the left.
    const beside: Line = [
      [300 - 20 * perPixel, 250],
      [300 - 10 * perPixel, 250],
    ];
    const [raqqa] = labelForm('narrow', frame, aNamed({ places, border: [beside] })).places;
    expect(raqqa?.label?.align).toBe('middle');
  });
});

describe('The name of a country', () => {
  const named = (isHome: boolean, rings: Line[]) =>
    aNamed({ countries: [{ name: 'Iraq', rings, isHome }], edges: rings });

  test('stands where there is most room in what is seen of it', () => {
    const [country] = labelForm('wide', frame, named(false, [square(250, 130, 570, 450)])).countries;
    const { x, width, y, height } = frame.views.wide;
    expect((country?.x ?? 0) * width + x).toBeCloseTo(410, -2);
    const middle = (Math.max(130, y) + Math.min(450, y + height)) / 2;
    expect((country?.y ?? 0) * width + y).toBeCloseTo(middle, -2);
  });

  test('stands beside a neighbour that is too small for it, over the sea', () => {
    const [country] = labelForm('wide', frame, named(false, [square(250, 250, 270, 270)])).countries;
    expect(country?.label.align).toMatch(/left|right/);
  });

  test('is written across its own border rather than on the land of another country', () => {
    const small = square(250, 250, 262, 262);
    const countries = [
      { name: 'Lesotho', rings: [small], isHome: false },
      { name: 'South Africa', rings: [square(-6, -6, whole.width, whole.height), small], isHome: false },
    ];
    const { width, x } = frame.views.wide;
    const [lesotho] = labelForm('wide', frame, aNamed({ countries, edges: [small], borders: [small] })).countries;
    expect(lesotho).toMatchObject({ name: 'Lesotho', label: { align: 'middle' } });
    expect(Math.abs((lesotho?.x ?? 0) * width + x - 256)).toBeLessThan(7);
  });

  test('that is wider than its country is on the sea with the rest of it, and not on the land of another', () => {
    const coast = square(40, 100, 80, 480);
    const inland = square(80, 100, 600, 480);
    const countries = [
      { name: 'Lebanon', rings: [coast], isHome: false },
      { name: 'Syria', rings: [inland], isHome: true },
    ];
    const labels = labelForm('wide', frame, aNamed({ countries, edges: [coast, inland], borders: [inland] }));
    const { x, width } = frame.views.wide;
    for (const shownAt of [forms.wide.from, forms.wide.to]) {
      const name = rectangles(labels, shownAt).find(({ what }) => what === 'Lebanon');
      const border = ((80 - x) / width) * shownAt;
      expect(name?.left).toBeLessThan(((40 - x) / width) * shownAt);
      expect(name?.right).toBeLessThanOrEqual(border);
      expect(name?.right).toBeGreaterThan(border - (40 / width) * shownAt);
    }
  });

  test('is in small letters where it has no room in others, and an emphasised one never is', () => {
    const named = (isHome: boolean) => {
      const own = square(190, 200, 250, 300);
      const countries = [
        { name: 'Andorra', rings: [own], isHome },
        { name: 'Spain', rings: [square(0, 93, 608, 435), own], isHome: false },
      ];
      return labelForm('wide', frame, aNamed({ countries, edges: [own], borders: [own] })).countries;
    };
    expect(named(false).map(({ name, isSmall }) => [name, isSmall])).toEqual([
      ['Andorra', true],
      ['Spain', false],
    ]);
    expect(named(true).map(({ name, isSmall }) => [name, isSmall])).toEqual([
      ['Andorra', false],
      ['Spain', false],
    ]);
  });

  test('may go over the edge of an emphasised country rather than be left out', () => {
    expect(labelForm('wide', frame, named(true, [square(250, 250, 270, 270)])).countries).toHaveLength(1);
  });

  test('gives way to the names of places', () => {
    const rings = [square(280, 240, 350, 265)];
    const places = [{ name: 'Raqqa', isCapital: false, point: [315, 250] as const }];
    const labels = labelForm('narrow', frame, { ...named(false, rings), places });
    expect(labels.places[0]?.label).toBeDefined();
    expect(labels.countries.filter(({ label }) => label.align === 'middle' && label.y === 5)).toEqual([]);
  });
});

describe('The scale', () => {
  test('stands in a corner below, and moves away from places and the emphasised border', () => {
    const corner = (overrides: Partial<ToLabel>) => {
      const { scale } = labelForm('wide', frame, aNamed(overrides));
      return scale && { left: scale.x === 0, below: scale.y > 0 };
    };
    const { views } = frame;
    const bottom = views.wide.y + views.wide.height;
    expect(corner({})).toEqual({ left: true, below: true });
    expect(
      corner({
        border: [
          [
            [0, bottom - 30],
            [130, bottom - 30],
          ],
        ],
      }),
    ).toEqual({ left: false, below: true });
    expect(
      corner({
        border: [
          [
            [0, bottom - 30],
            [608, bottom - 30],
          ],
        ],
      }),
    ).toEqual({ left: true, below: false });
  });

  test('is left out where kilometres differ from place to place', () => {
    const world = frameAround(
      [
        [0, 50],
        [150, -30],
        [-120, 30],
      ],
      250,
    );
    expect(labelForm('wide', world, aNamed()).scale).toBeUndefined();
  });
});
