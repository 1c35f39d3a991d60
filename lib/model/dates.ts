import { formattingLocale } from './formatting-locale.ts';
import type { Site } from './model.ts';
import type { Instant, Moment } from './moment.ts';

/** How a publication writes its dates: a language tag, with its choice of digits if any, and an IANA time zone. */
export type DateStyle = { lang: string; timeZone: string };

/** The style of a publication's dates. */
export function dateStyleOf(site: Pick<Site, 'lang' | 'digits' | 'timeZone'>): DateStyle {
  return { lang: formattingLocale(site), timeZone: site.timeZone };
}

/** A date as readers see it, and for the `datetime` attribute of HTML's `time` element. */
export type ShownDate = { text: string; machine: string };

/** An instant in the publication's zone, which is named: `19 January 2026 at 23:30 GMT+3`. */
export function showInstant(instant: Instant, style: DateStyle): ShownDate {
  return { text: formatter(style, 'instant').format(instant), machine: machineInstant(instant, style) };
}

/** The time of an instant in the publication's zone, beside its day: `23:30 GMT+3`. */
export function showTime(instant: Instant, style: DateStyle): ShownDate {
  return { text: formatter(style, 'time').format(instant), machine: machineInstant(instant, style) };
}

function machineInstant(instant: Instant, { timeZone }: DateStyle): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.toString({ smallestUnit: 'second', timeZoneName: 'never' });
}

/** The day of an instant in the publication's zone: `19 January 2026`. */
export function showDay(instant: Instant, style: DateStyle): ShownDate {
  const day = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(style.timeZone).toPlainDate();
  return { text: formatter(style, 'date').format(instant), machine: day.toString() };
}

const aDay = 86_400_000;

/** The year of an instant in the publication's zone. */
export function yearOf(instant: Instant, timeZone: string): number {
  const year = new Date(instant).getUTCFullYear();
  // No zone is a day ahead of UTC or behind it, and asking for its rules takes a while.
  if (instant - Date.UTC(year, 0) > aDay && Date.UTC(year + 1, 0) - instant > aDay) return year;
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).year;
}

/** The days between two instants in the publication's zone, in the short form of the language: `10–11 January 2026`. */
export function showDays(from: Instant, to: Instant, style: DateStyle): string {
  return formatter(style, 'date').formatRange(from, to);
}

/**
 * A moment, as precisely as it is known: `Sunday, 18 January 2026`, `September 2024`, or an instant in the
 * zone.
 *
 * Days and months have no time zone and are shown as written.
 */
export function showMoment({ precision, value }: Moment, style: DateStyle): ShownDate {
  if (precision === 'instant') return showInstant(Temporal.Instant.from(value).epochMilliseconds, style);
  const midday = Date.parse(`${precision === 'month' ? `${value}-01` : value}T12:00Z`);
  return { text: formatter({ ...style, timeZone: 'UTC' }, precision).format(midday), machine: value };
}

const shapes = {
  instant: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** Creating a formatter takes longer than using it a hundred times. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter({ lang, timeZone }: DateStyle, shape: keyof typeof shapes): Intl.DateTimeFormat {
  const key = `${lang} ${timeZone} ${shape}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(lang, { ...shapes[shape], timeZone, calendar: 'gregory' });
  formatters.set(key, made);
  return made;
}
