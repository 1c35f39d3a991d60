import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleBars } from '@/lib/map/labels/scale-bar.ts';
import { runs } from '../../../support/runs.ts';

describe('The scale of a map', () => {
  test.each([
    [960, 'en-GB', '200 km', '100 mi'],
    [250, 'en-GB', '50 km', '20 mi'],
    [5000, 'en-GB', '1,000 km', '500 mi'],
    [3, 'en-GB', '0.5 km', '0.2 mi'],
  ])('of %d kilometres across is in round numbers', (across, lang, kilometres, miles) => {
    expect(scaleBars(across, lang).map(({ text }) => text)).toEqual([kilometres, miles]);
  });

  test('is written in the language of the site', () => {
    const [kilometres, miles] = scaleBars(960, 'ar');
    expect(kilometres.text).toContain('كم');
    expect(miles.text).toContain('ميل');
  });

  test('is as long as it says, and takes between a twelfth and a quarter of the width', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 20_000, noNaN: true }), (across) => {
        const [kilometres, miles] = scaleBars(across, 'en-GB');
        const number = ({ text }: { text: string }) => Number.parseFloat(text.replaceAll(',', ''));
        expect(kilometres.part * across).toBeCloseTo(number(kilometres), 5);
        expect(miles.part * across).toBeCloseTo(number(miles) * 1.609344, 5);
        for (const { part } of [kilometres, miles]) {
          expect(part).toBeLessThanOrEqual(0.25);
          expect(part).toBeGreaterThan(1 / 12);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
