import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FormName, forms, frameAround, type Position } from '@/lib/map/shapes/frame.ts';
import { runs } from '../../../support/runs.ts';

const baghdad: Position = [44.37, 33.32];
const damascus: Position = [36.29, 33.51];
const suva: Position = [178.44, -18.14];
const apia: Position = [-171.76, -13.83];

const formNames: FormName[] = ['narrow', 'wide'];
const anywhere = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

/** Where a position is in a view, as fractions of its width and height. */
function partsOf(frame: ReturnType<typeof frameAround>, form: FormName, position: Position) {
  const { x, y, width, height } = frame.views[form];
  const [pointX = Number.NaN, pointY = Number.NaN] = frame.projection(position) ?? [];
  return { across: (pointX - x) / width, down: (pointY - y) / height };
}

describe('A frame', () => {
  test('holds its positions with a margin in both forms, wherever on Earth they are', () => {
    fc.assert(
      fc.property(fc.array(anywhere, { minLength: 1, maxLength: 6 }), (positions) => {
        const frame = frameAround(positions, 250);
        for (const form of formNames) {
          for (const position of positions) {
            const { across, down } = partsOf(frame, form, position);
            for (const part of [across, down]) {
              expect(part).toBeGreaterThan(forms[form].margin - 0.01);
              expect(part).toBeLessThan(1 - forms[form].margin + 0.01);
            }
          }
        }
      }),
      { numRuns: runs(25) },
    );
  });

  test('is never without size, be there one place or the same place twice', () => {
    for (const positions of [[baghdad], [baghdad, baghdad]]) {
      const { views, kilometresPerUnit = 0 } = frameAround(positions, 800);
      for (const form of formNames) {
        expect(views[form].width).toBeGreaterThan(500);
        expect(views[form].height / views[form].width).toBeCloseTo(forms[form].aspect, 2);
      }
      expect(views.wide.width * kilometresPerUnit).toBeCloseTo(800, -1);
    }
  });

  test('has north above and east to the right', () => {
    const frame = frameAround([baghdad, damascus], 250);
    expect(partsOf(frame, 'wide', baghdad).across).toBeGreaterThan(partsOf(frame, 'wide', damascus).across);
    expect(partsOf(frame, 'wide', baghdad).down).toBeGreaterThan(partsOf(frame, 'wide', [44.37, 34]).down);
  });

  test('goes across the antimeridian the short way', () => {
    const { views, kilometresPerUnit = 0 } = frameAround([suva, apia], 250);
    expect(views.wide.width * kilometresPerUnit).toBeLessThan(3000);
  });

  test('has the North Pole in its middle where the places lie around it', () => {
    const frame = frameAround(
      [0, 90, 180, -90].map((east): Position => [east, 85]),
      250,
    );
    const { across, down } = partsOf(frame, 'wide', [0, 90]);
    expect(across).toBeCloseTo(0.5, 2);
    expect(down).toBeCloseTo(0.5, 2);
  });

  test('is a map of the world, without one scale, where places are far apart', () => {
    const far = frameAround([damascus, suva, [-118, 34]], 250);
    expect(far.isWorld).toBe(true);
    expect(far.kilometresPerUnit).toBeUndefined();
    expect(frameAround([baghdad, damascus], 250).isWorld).toBe(false);
  });

  test('says what a unit is on the ground', () => {
    const frame = frameAround([baghdad, damascus], 250);
    const [x = 0, y = 0] = frame.projection(baghdad) ?? [];
    const [otherX = 0, otherY = 0] = frame.projection(damascus) ?? [];
    // The great circle between the two, according to other maps.
    expect(Math.hypot(x - otherX, y - otherY) * (frame.kilometresPerUnit ?? 0)).toBeCloseTo(749, -1);
  });
});
