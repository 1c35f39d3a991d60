import { describe, expect, test } from 'vitest';
import { completed, isBefore, parseInstant, parseMoment } from '@/lib/model/moment.ts';

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

describe('A date that lacks something', () => {
  test.each([
    ['2026-01-19 18:00', 'Asia/Baghdad', '2026-01-19T18:00:00+03:00'],
    ['2026-07-01T18:00:30', 'Europe/London', '2026-07-01T18:00:30+01:00'],
    ['2026-01-19', 'America/New_York', '2026-01-19T09:00:00-05:00'],
    ['2026-02-30 18:00', 'UTC', undefined],
    ['yesterday', 'UTC', undefined],
  ])('%s is completed in %s: %s', (text, timeZone, expected) => {
    expect(completed(text, timeZone)).toBe(expected);
  });
});

describe('One moment is before another', () => {
  const moment = (value: string) => {
    const parsed = parseMoment(value);
    if ('value' in parsed) return parsed.value;
    throw new Error(parsed.fault);
  };

  test.each([
    ['2026-01-18', '2026-01-19', true],
    ['2026-01-19', '2026-01-19', false],
    ['2025-12', '2026-01', true],
    ['2025-12-31', '2026-01', true],
    ['2026-01', '2026-01-19', false],
    ['2026-01-19', '2026-01', false],
    ['2026-01-19T10:00:00+03:00', '2026-01-19T09:00:00Z', true],
    ['2026-01-19T09:00:00Z', '2026-01-19', false],
    ['2026-01-18T23:59:00Z', '2026-01-19', true],
  ])('%s before %s: %s', (a, b, expected) => {
    expect(isBefore(moment(a), moment(b))).toBe(expected);
  });
});
