import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Timeline } from '@/components/article/timeline.tsx';
import type { TimelineEntry } from '@/lib/model/model.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aSection, aSite } from '../../support/an-article.ts';

const border = aSection({ id: 'the-border', title: 'The border', aliases: ['frontier'] });
const show = (entries: readonly TimelineEntry[], site = aSite()) =>
  render(<Timeline entries={entries} sections={[border]} {...aSetting(site)} />);
const entry = (overrides: Partial<TimelineEntry> = {}): TimelineEntry => ({
  when: { precision: 'day', value: '2026-01-18' },
  text: 'It was quiet.',
  section: undefined,
  ...overrides,
});
const month = (value: string) => ({ precision: 'month', value }) as const;

/** The steps of the timeline: the entries of its own list, and not of those inside. */
const steps = () => screen.getAllByRole('listitem').filter(({ parentElement }) => parentElement?.matches('.timeline'));

describe('A timeline', () => {
  it('stands under a heading of the second level', () => {
    show([entry()]);
    expect(screen.getByRole('heading', { level: 2, name: 'How it unfolded' })).toBeVisible();
  });

  it('keeps the order of the front matter', () => {
    show([
      entry({ text: 'Second, told first.', when: month('2026-02') }),
      entry({ text: 'First, told second.', when: month('2026-01') }),
    ]);
    const texts = steps().map((item) => within(item).getByRole('paragraph').textContent?.trim());
    expect(texts).toEqual(['Second, told first.', 'First, told second.']);
  });

  it('lets a month look different from a day, and the time before the next date from a longer one', () => {
    show([
      entry({ when: month('2024-09') }),
      entry({ when: month('2025-12') }),
      entry({ when: { precision: 'day', value: '2026-01-18' } }),
      entry({ when: { precision: 'day', value: '2026-06-18' } }),
    ]);
    expect(steps().map(({ className }) => className)).toEqual(['some-day pause', 'some-day', 'pause', '']);
  });
});

describe('A date of a timeline', () => {
  it.each([
    { precision: 'day', value: '2026-01-18', machine: '2026-01-18', text: 'Sunday, 18 January 2026' },
    { precision: 'month', value: '2024-09', machine: '2024-09', text: 'September 2024' },
  ] as const)('is as precise as it is known, to the $precision', ({ precision, value, machine, text }) => {
    show([entry({ when: { precision, value } })]);
    expect(screen.getByRole('time')).toHaveTextContent(text);
    expect(screen.getByRole('time')).toHaveAttribute('datetime', machine);
  });

  it('is that of the day where an instant is known, which has its time before the text', () => {
    show([entry({ when: { precision: 'instant', value: '2026-01-19T20:30:00Z' } })]);
    const times = screen.getAllByRole('time').map((time) => [time.textContent, time.getAttribute('datetime')]);
    expect(times).toEqual([
      ['Monday, 19 January 2026', '2026-01-19'],
      ['23:30 GMT+3', '2026-01-19T23:30:00+03:00'],
    ]);
    expect(screen.getByRole('paragraph')).toHaveTextContent('23:30 GMT+3 It was quiet.');
  });

  it('stands once over all that happened on it', () => {
    show([entry({ text: 'One.' }), entry({ text: 'Two.' }), entry({ text: 'Two.' })]);
    expect(screen.getByRole('time')).toHaveTextContent('Sunday, 18 January 2026');
    const [step] = steps();
    const inner = screen.getAllByRole('listitem').filter((item) => item !== step);
    expect(inner.map(({ textContent }) => textContent?.trim())).toEqual(['One.', 'Two.', 'Two.']);
    expect(step).toContainElement(inner[0] ?? null);
  });

  it('is written in the language of the site', () => {
    show([entry()], aSite({ lang: 'ar', dir: 'rtl' }));
    expect(screen.getByRole('time')).toHaveTextContent('الأحد، 18 يناير 2026');
  });
});

describe('An event of a timeline', () => {
  it.each(['the-border', 'frontier'])('leads to its section, by the title of it: %s', (section) => {
    show([entry({ text: 'It was quiet.', section })]);
    expect(screen.getByRole('link', { name: 'The border' })).toHaveAttribute('href', '#the-border');
    expect(screen.getByRole('paragraph')).toHaveTextContent('It was quiet. The border');
  });

  it('leads nowhere where it has no section', () => {
    show([entry({ text: 'It was quiet.', section: undefined })]);
    expect(screen.getByText('It was quiet.')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
