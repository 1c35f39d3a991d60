import { describe, expect, test } from 'vitest';
import type { TimelineEntry } from '@/lib/model/model.ts';
import { parseMoment } from '@/lib/model/moment.ts';
import { timelineSteps } from '@/lib/publication/timeline.ts';
import { aSection } from '../../support/an-article.ts';

/** An entry of a timeline with a date as an editor writes it. */
function entry(date: string, overrides: Partial<TimelineEntry> = {}): TimelineEntry {
  const when = parseMoment(date);
  if (!('value' in when)) throw new Error(when.fault);
  return { when: when.value, text: `What happened on ${date}`, section: undefined, ...overrides };
}

const steps = (dates: readonly string[], timeZone = 'UTC') =>
  timelineSteps(
    dates.map((date) => entry(date)),
    [],
    timeZone,
  );

describe('The entries of a timeline', () => {
  test.each([
    {
      what: 'of one day',
      dates: ['2026-01-18', '2026-01-18', '2026-01-19'],
      expected: { '2026-01-18': 2, '2026-01-19': 1 },
    },
    { what: 'of one month', dates: ['2024-09', '2024-09'], expected: { '2024-09': 2 } },
    {
      what: 'of one day, one of them with its time',
      dates: ['2026-01-18', '2026-01-18T10:00Z', '2026-01-18T11:00Z'],
      expected: { '2026-01-18': 3 },
    },
    {
      what: 'of a month and of a day in it, apart',
      dates: ['2026-01', '2026-01-01'],
      expected: { '2026-01': 1, '2026-01-01': 1 },
    },
  ])('$what, share a step', ({ dates, expected }) => {
    expect(Object.fromEntries(steps(dates).map(({ when, events }) => [when.value, events.length]))).toEqual(expected);
  });

  test('keep the order in which they are written, also where a date comes again', () => {
    expect(steps(['2026-02', '2026-01', '2026-02']).map(({ when }) => when.value)).toEqual([
      '2026-02',
      '2026-01',
      '2026-02',
    ]);
    const [step] = timelineSteps([entry('2026-01', { text: 'One' }), entry('2026-01', { text: 'Two' })], [], 'UTC');
    expect(step?.events.map(({ text }) => text)).toEqual(['One', 'Two']);
  });

  test.each([
    ['Asia/Baghdad', '2026-01-20'],
    ['UTC', '2026-01-19'],
  ])('that are instants belong to their day in %s, and keep their time', (timeZone, day) => {
    const [step] = steps(['2026-01-19T22:30:00+00:00'], timeZone);
    expect(step?.when).toEqual({ precision: 'day', value: day });
    expect(step?.events[0]?.at).toBe(Date.UTC(2026, 0, 19, 22, 30));
  });

  test.each(['2026-01-19', '2026-01'])('have no time where none is known: %s', (date) => {
    const events = steps([date]).flatMap((step) => step.events);
    expect(events.map(({ at }) => at)).toEqual([undefined]);
  });

  test('know the section that tells more, by its id and by a former one', () => {
    const border = aSection({ id: 'border', title: 'The border', aliases: ['frontier'] });
    const sections = [aSection({ id: 'other' }), border];
    const names = ['border', 'frontier', 'gone', undefined];
    const [step] = timelineSteps(
      names.map((section) => entry('2026-01', { section })),
      sections,
      'UTC',
    );
    expect(step?.events.map(({ section }) => section?.id)).toEqual(['border', 'border', undefined, undefined]);
    expect(step?.events[1]?.section?.title).toBe('The border');
  });

  test('may be none', () => {
    expect(steps([])).toEqual([]);
  });
});

describe('A pause in a timeline', () => {
  test.each([
    { from: '2026-01-18', to: '2026-02-18', pause: true },
    { from: '2026-01-18', to: '2026-02-17', pause: false },
    { from: '2026-01-31', to: '2026-02-28', pause: true },
    { from: '2026-01-31', to: '2026-02-27', pause: false },
    { from: '2024-09', to: '2024-11', pause: true },
    { from: '2024-09', to: '2024-10', pause: false },
    { from: '2025-11', to: '2025-12-30', pause: true },
    { from: '2025-11', to: '2025-12-29', pause: false },
    { from: '2025-11-01', to: '2025-12', pause: true },
    { from: '2025-11-02', to: '2025-12', pause: false },
    { from: '2025-11-02T10:00Z', to: '2026-11-02T10:00Z', pause: true },
    { from: '2026-02', to: '2024-01', pause: false },
  ])('of a month for certain: $from to $to, $pause', ({ from, to, pause }) => {
    expect(steps([from, to]).map((step) => step.pause)).toEqual([pause, false]);
  });
});
