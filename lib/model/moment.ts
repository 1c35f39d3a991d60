import type { CheckCode } from './checks.ts';

/** A day (`2026-01-19`), a month (`2026-01`) or an instant, as precisely as the reporter knew it. */
export type Moment = { precision: 'day' | 'month' | 'instant'; value: string };

/** Milliseconds since the epoch. */
export type Instant = number;

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const example = '2026-01-19T18:00:00+03:00';

/** Either a value, or why there is none, in words for an editor. */
type Parsed<T> = { value: T } | { code: CheckCode; fault: string };

/**
 * Reads an instant: ISO 8601 (RFC 3339) date and time with a UTC offset, such as `2026-01-19T18:00:00+03:00`.
 *
 * @returns Milliseconds since the epoch, or what is wrong with the text and what to write instead.
 */
export function parseInstant(text: string): Parsed<Instant> {
  if (instantShape.test(text)) {
    try {
      return { value: Temporal.Instant.from(text).epochMilliseconds };
    } catch {
      return { code: 'date-impossible', fault: `"${text}" is not a valid date and time. Check month, day and time.` };
    }
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    return { code: 'date-without-time', fault: `"${text}" has no time. Write the whole instant, as in ${example}.` };
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2})?$/.test(text)) {
    return { code: 'date-without-offset', fault: `"${text}" has no UTC offset. Write it in full, as in ${example}.` };
  }
  return { code: 'date-invalid', fault: `"${text}" is not a date and time. Write it as in ${example}.` };
}

/**
 * Completes a date and time without an offset, or a day, as an editor probably meant it: with the time zone's offset on
 * that day and, for a day, nine in the morning.
 *
 * @returns The complete instant as text; `undefined` if the date does not exist.
 */
export function completed(text: string, timeZone: string): string | undefined {
  try {
    const local = localTime(text);
    return `${local.toString({ smallestUnit: 'second' })}${local.toZonedDateTime(timeZone).offset}`;
  } catch {
    return undefined;
  }
}

/**
 * What to say about a date and time without an offset that did not exist or occurred twice in a time zone because
 * its clocks changed; `undefined` for any other.
 */
export function clockChange(text: string, timeZone: string): Extract<Parsed<never>, { code: CheckCode }> | undefined {
  try {
    const local = localTime(text);
    const [first, second] = (['earlier', 'later'] as const).map((disambiguation) =>
      local.toZonedDateTime(timeZone, { disambiguation }),
    );
    if (!first || !second || first.offset === second.offset) return undefined;
    const whole = (time: Temporal.ZonedDateTime) => time.toString({ smallestUnit: 'second', timeZoneName: 'never' });
    if (first.toPlainDateTime().equals(local)) {
      const fault = `"${text}" was twice in ${timeZone}, where clocks went back. Write ${whole(first)} for the first time, ${whole(second)} for the second.`;
      return { code: 'date-without-offset', fault };
    }
    const fault = `There is no "${text}" in ${timeZone}: clocks went forward. Write the time that you mean, as in ${whole(second)}.`;
    return { code: 'date-impossible', fault };
  } catch {
    return undefined;
  }
}

function localTime(text: string): Temporal.PlainDateTime {
  return Temporal.PlainDateTime.from(text.length === 10 ? `${text}T09:00` : text.replace(' ', 'T'));
}

/** Whether one moment is over before another begins; a month and a day in it are unordered. */
export function isBefore(a: Moment, b: Moment): boolean {
  if (a.precision === 'instant' && b.precision === 'instant') return Date.parse(a.value) < Date.parse(b.value);
  const length = a.precision === 'month' || b.precision === 'month' ? 7 : 10;
  return a.value.slice(0, length) < b.value.slice(0, length);
}

/**
 * Reads a moment: `2026-01-19`, `2026-01` or an instant with its offset.
 *
 * @returns The moment, or what is wrong with the text and what to write instead.
 */
export function parseMoment(text: string): Parsed<Moment> {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text))
      return { value: { precision: 'day', value: Temporal.PlainDate.from(text).toString() } };
    if (/^\d{4}-\d{2}$/.test(text)) {
      return { value: { precision: 'month', value: Temporal.PlainYearMonth.from(text).toString() } };
    }
  } catch {
    return { code: 'date-impossible', fault: `"${text}" is not a valid date. Check month and day.` };
  }
  const instant = parseInstant(text);
  if ('value' in instant) return { value: { precision: 'instant', value: text } };
  if (instant.code !== 'date-invalid') return instant;
  const fault = `"${text}" is not a date. Write a day (2026-01-19), a month (2026-01) or an instant (${example}).`;
  return { code: 'date-invalid', fault };
}
