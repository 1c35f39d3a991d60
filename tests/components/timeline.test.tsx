import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Timeline } from '@/components/timeline.tsx';
import type { TimelineEntry } from '@/lib/content/model.ts';
import { aSetting } from '../support/a-setting.ts';

const show = (entries: readonly TimelineEntry[]) => render(<Timeline entries={entries} {...aSetting()} />);
const entry = (overrides: Partial<TimelineEntry> = {}): TimelineEntry => ({
  when: { precision: 'day', value: '2026-01-18' },
  text: 'It was quiet.',
  section: undefined,
  ...overrides,
});

describe('A timeline', () => {
  it('stands under a heading of the second level', () => {
    show([entry()]);
    expect(screen.getByRole('heading', { level: 2, name: 'How it unfolded' })).toBeVisible();
  });

  it('keeps the order of the front matter', () => {
    show([
      entry({ text: 'Second, told first.', when: { precision: 'month', value: '2026-02' } }),
      entry({ text: 'First, told second.', when: { precision: 'month', value: '2026-01' } }),
    ]);
    const texts = screen.getAllByRole('listitem').map((item) => within(item).getByRole('paragraph').textContent);
    expect(texts).toEqual(['Second, told first.', 'First, told second.']);
  });
});

describe('An entry of a timeline', () => {
  it.each([
    { precision: 'day', value: '2026-01-18', machine: '2026-01-18', text: 'Sunday, 18 January 2026' },
    { precision: 'month', value: '2024-09', machine: '2024-09', text: 'September 2024' },
    {
      precision: 'instant',
      value: '2026-01-19T20:30:00Z',
      machine: '2026-01-19T23:30:00+03:00',
      text: '19 January 2026 at 23:30 GMT+3',
    },
  ] as const)('has its date as precise as it is known, to the $precision', ({ precision, value, machine, text }) => {
    show([entry({ when: { precision, value } })]);
    expect(screen.getByRole('time')).toHaveTextContent(text);
    expect(screen.getByRole('time')).toHaveAttribute('datetime', machine);
  });

  it('leads to its section', () => {
    show([entry({ text: 'It was quiet.', section: 'the-border' })]);
    expect(screen.getByRole('link', { name: 'It was quiet.' })).toHaveAttribute('href', '#the-border');
  });

  it('is no link where it has no section', () => {
    show([entry({ text: 'It was quiet.', section: undefined })]);
    expect(screen.getByText('It was quiet.')).toBeVisible();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
