import { describe, expect, test } from 'vitest';
import { parseInstant, parseMoment } from '@/lib/content/moment.ts';

describe('An instant', () => {
  test.each([
    ['2026-01-19T18:00:00+03:00', Date.UTC(2026, 0, 19, 15)],
    ['2026-01-19T18:00+03:00', Date.UTC(2026, 0, 19, 15)],
    ['2026-01-19T18:00:00Z', Date.UTC(2026, 0, 19, 18)],
    ['2026-01-19T18:00:00.5-05:30', Date.UTC(2026, 0, 19, 23, 30, 0, 500)],
    ['2028-02-29T00:00:00+00:00', Date.UTC(2028, 1, 29)],
  ])('%s is read to the millisecond', (text, value) => {
    expect(parseInstant(text)).toEqual({ value });
  });

  test.each([
    ['2026-01-19', 'date-without-time'],
    ['2026-01-19T18:00', 'date-without-offset'],
    ['2026-01-19 18:00:00', 'date-without-offset'],
    ['2026-02-29T18:00:00+03:00', 'date-impossible'],
    ['2026-01-19T24:00:00+03:00', 'date-impossible'],
    ['2026-01-19T18:00:00+25:00', 'date-impossible'],
    ['2026-01-19T18:00:00+0300', 'date-invalid'],
    ['2026-01-19T18:00:00+03:00[Asia/Baghdad]', 'date-invalid'],
    ['19.1.2026', 'date-invalid'],
    ['2026-01', 'date-invalid'],
    ['', 'date-invalid'],
  ])('"%s" is none: %s', (text, code) => {
    expect(parseInstant(text)).toEqual({ code, fault: expect.stringContaining(`"${text}"`) });
  });
});

describe('A moment', () => {
  test.each([
    ['2026-01-19', 'day'],
    ['2026-01', 'month'],
    ['2026-01-19T18:00:00+03:00', 'instant'],
  ])('%s is as precise as it is written: a %s', (text, precision) => {
    expect(parseMoment(text)).toEqual({ value: { precision, value: text } });
  });

  test.each([
    ['2026-02-30', 'date-impossible'],
    ['2026-13', 'date-impossible'],
    ['2026-01-19T25:00:00Z', 'date-impossible'],
    ['2026-01-19T18:00', 'date-without-offset'],
    ['2026', 'date-invalid'],
    ['yesterday', 'date-invalid'],
  ])('"%s" is none: %s', (text, code) => {
    expect(parseMoment(text)).toEqual({ code, fault: expect.stringContaining(`"${text}"`) });
  });
});
