import type { Section, TimelineEntry } from '../model/model.ts';
import type { Instant, Moment } from '../model/moment.ts';

/** What happened on one day, or in one month if the day is unknown. */
export type TimelineStep = {
  /** A day or a month; of an instant, its day. */
  when: Moment;
  events: TimelineEvent[];
  /** Whether a month or more passes before the next step. */
  pause: boolean;
};

type TimelineEvent = {
  text: string;
  /** When exactly, if known. */
  at: Instant | undefined;
  section: Pick<Section, 'id' | 'title'> | undefined;
};

/**
 * Groups the entries of a timeline by date, in the order of the file.
 *
 * @param sections The article's sections, which an entry names by id or former id.
 * @param timeZone The zone whose days count for instants.
 */
export function timelineSteps(
  entries: readonly TimelineEntry[],
  sections: readonly Section[],
  timeZone: string,
): TimelineStep[] {
  const steps: TimelineStep[] = [];
  for (const { when: moment, text, section: name } of entries) {
    const { when, at } = moment.precision === 'instant' ? dayOf(moment, timeZone) : { when: moment, at: undefined };
    const section = sections.find(({ id, aliases }) => id === name || aliases.some((alias) => alias === name));
    const event = { text, at, section };
    const last = steps.at(-1);
    if (last?.when.value === when.value) last.events.push(event);
    else {
      if (last) last.pause = isLong(last.when, when);
      steps.push({ when, events: [event], pause: false });
    }
  }
  return steps;
}

function dayOf({ value }: Moment, timeZone: string): { when: Moment; at: Instant } {
  const instant = Temporal.Instant.from(value);
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate();
  return { when: { precision: 'day', value: day.toString() }, at: instant.epochMilliseconds };
}

/** Whether a month or more passes from the last possible day of one moment to the first possible day of the other. */
function isLong(from: Moment, to: Moment): boolean {
  const start = lastDay(from);
  const end = Temporal.PlainDate.from(to.precision === 'month' ? `${to.value}-01` : to.value);
  return Temporal.PlainDate.compare(start.add({ months: 1 }), end) <= 0;
}

function lastDay({ precision, value }: Moment): Temporal.PlainDate {
  if (precision === 'day') return Temporal.PlainDate.from(value);
  const month = Temporal.PlainYearMonth.from(value);
  return month.toPlainDate({ day: month.daysInMonth });
}
