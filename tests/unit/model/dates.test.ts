import { describe, expect, test } from 'vitest';
import { showDay, showDays, showInstant, showMoment, showTime, yearOf } from '@/lib/model/dates.ts';

/** Half past eleven at night in Baghdad, half past eight in London, afternoon in New York. */
const evening = Date.UTC(2026, 0, 19, 20, 30);
const summer = Date.UTC(2026, 6, 1, 23, 30);

describe('An instant', () => {
  test.each([
    ['en-GB', 'Asia/Baghdad', evening, '19 January 2026 at 23:30 GMT+3', '2026-01-19T23:30:00+03:00'],
    ['en-GB', 'Europe/London', evening, '19 January 2026 at 20:30 GMT', '2026-01-19T20:30:00+00:00'],
    ['en-GB', 'Europe/London', summer, '2 July 2026 at 00:30 BST', '2026-07-02T00:30:00+01:00'],
    ['en-GB', 'America/New_York', summer, '1 July 2026 at 19:30 GMT-4', '2026-07-01T19:30:00-04:00'],
    ['ar', 'Asia/Baghdad', evening, '19 يناير 2026 في 11:30 م غرينتش+3', '2026-01-19T23:30:00+03:00'],
    ['ar-EG', 'Asia/Baghdad', evening, '١٩ يناير ٢٠٢٦ في ١١:٣٠ م غرينتش+٣', '2026-01-19T23:30:00+03:00'],
  ])('is shown in %s and %s, with its zone', (lang, timeZone, instant, text, machine) => {
    expect(showInstant(instant, { lang, timeZone })).toEqual({ text, machine });
  });

  test('has no parts of a second for machines', () => {
    expect(showInstant(evening + 999, { lang: 'en-GB', timeZone: 'UTC' }).machine).toBe('2026-01-19T20:30:00+00:00');
  });
});

describe('The time of an instant', () => {
  test.each([
    ['en-GB', 'Asia/Baghdad', evening, '23:30 GMT+3', '2026-01-19T23:30:00+03:00'],
    ['en-GB', 'Europe/London', summer, '00:30 BST', '2026-07-02T00:30:00+01:00'],
    ['ar', 'Asia/Baghdad', evening, '11:30 م غرينتش+3', '2026-01-19T23:30:00+03:00'],
  ])(
    'is shown in %s and %s, with its zone, and is a whole instant for machines',
    (lang, timeZone, instant, text, machine) => {
      expect(showTime(instant, { lang, timeZone })).toEqual({ text, machine });
    },
  );
});

describe('The day of an instant', () => {
  test.each([
    ['en-GB', 'Asia/Baghdad', '20 January 2026', '2026-01-20'],
    ['en-GB', 'UTC', '19 January 2026', '2026-01-19'],
    ['en-GB', 'America/New_York', '19 January 2026', '2026-01-19'],
    ['ar', 'Asia/Baghdad', '20 يناير 2026', '2026-01-20'],
  ])('is that of the zone: %s, %s', (lang, timeZone, text, machine) => {
    expect(showDay(Date.UTC(2026, 0, 19, 21), { lang, timeZone })).toEqual({ text, machine });
  });
});

describe('The days between two instants', () => {
  test.each([
    ['en-GB', '2026-01-10', '2026-01-19', '10–19 January 2026'],
    ['en-GB', '2025-12-30', '2026-01-02', '30 December 2025 – 2 January 2026'],
    ['en-GB', '2026-01-10', '2026-01-10', '10 January 2026'],
    ['ar', '2026-01-10', '2026-01-19', '10–19 يناير 2026'],
  ])('in %s are shown as briefly as can be: %s to %s', (lang, from, to, text) => {
    const shown = showDays(Date.parse(from), Date.parse(to), { lang, timeZone: 'UTC' });

    // Languages put spaces of different widths around the dash.
    expect(shown.replaceAll(/\s*–\s*/g, '–')).toBe(text.replace(' – ', '–'));
  });

  test('are days in the zone of the publication', () => {
    const evenings = [Date.UTC(2026, 0, 19, 21), Date.UTC(2026, 0, 20, 20)] as const;

    expect(showDays(...evenings, { lang: 'en-GB', timeZone: 'Asia/Baghdad' })).toBe('20 January 2026');
  });
});

describe('A moment', () => {
  test.each([
    ['en-GB', 'day', '2026-01-18', 'Sunday, 18 January 2026'],
    ['en-GB', 'month', '2024-09', 'September 2024'],
    ['ar', 'day', '2026-01-18', 'الأحد، 18 يناير 2026'],
    ['ar', 'month', '2024-09', 'سبتمبر 2024'],
  ] as const)('in %s is shown as precisely as it is known: a %s', (lang, precision, value, text) => {
    expect(showMoment({ precision, value }, { lang, timeZone: 'Asia/Baghdad' })).toEqual({ text, machine: value });
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC'])(
    'that is a day or a month is the same in %s',
    (timeZone) => {
      const style = { lang: 'en-GB', timeZone };

      expect(showMoment({ precision: 'day', value: '2026-01-01' }, style).text).toBe('Thursday, 1 January 2026');
      expect(showMoment({ precision: 'month', value: '2026-01' }, style).text).toBe('January 2026');
    },
  );

  test('that is an instant is shown in the zone of the publication', () => {
    const style = { lang: 'en-GB', timeZone: 'Asia/Baghdad' };

    expect(showMoment({ precision: 'instant', value: '2026-01-19T20:30Z' }, style)).toEqual(
      showInstant(evening, style),
    );
  });
});

describe('The year of an instant', () => {
  test.each([
    ['2025-12-31T09:59:59Z', 'Pacific/Kiritimati', 2025],
    ['2025-12-31T10:00:00Z', 'Pacific/Kiritimati', 2026],
    ['2026-01-01T10:59:59Z', 'Pacific/Pago_Pago', 2025],
    ['2026-01-01T11:00:00Z', 'Pacific/Pago_Pago', 2026],
    ['2026-01-02T00:00:01Z', 'Pacific/Pago_Pago', 2026],
    ['2026-06-15T12:00:00Z', 'Asia/Baghdad', 2026],
    ['1969-12-31T23:30:00Z', 'Asia/Baghdad', 1970],
    ['0042-06-15T12:00:00Z', 'UTC', 42],
  ])('%s in %s is %d', (instant, zone, year) => {
    expect(yearOf(Date.parse(instant), zone)).toBe(year);
  });
});
