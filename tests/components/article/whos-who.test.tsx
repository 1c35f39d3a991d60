import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { WhosWho } from '@/components/article/whos-who.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anEntry } from '../../support/an-article.ts';

const cardOf = (id: string) => {
  const card = document.getElementById(`who-${id}`);
  if (!card) throw new Error(`no card of ${id}`);
  return card;
};

describe('The card of an entry', () => {
  it('says its name, what it is, where, and what is noted of it', () => {
    const entry = anEntry({ name: 'Saad Maan', kind: 'person', role: 'Head of the Cell', country: 'Iraq' });
    render(<WhosWho who={[entry]} {...aSetting()} />);
    expect(within(cardOf('sdf')).getByText('Saad Maan')).toBeInTheDocument();
    expect(within(cardOf('sdf')).getByText('Head of the Cell · Iraq')).toBeInTheDocument();
    expect(within(cardOf('sdf')).getByText('A force in northeast Syria.')).toBeInTheDocument();
  });

  it.each([
    { kind: 'person', text: 'Person' },
    { kind: 'organisation', text: 'Organisation' },
    { kind: 'place', text: 'Place' },
  ] as const)('says that it is a $kind where it has no role', ({ kind, text }) => {
    render(<WhosWho who={[anEntry({ kind })]} {...aSetting()} />);
    expect(within(cardOf('sdf')).getByText(text)).toBeInTheDocument();
  });

  it('leads to the glossary where that says more', () => {
    render(<WhosWho who={[anEntry({ hasMore: true })]} {...aSetting()} />);
    const more = within(cardOf('sdf')).getByRole('link', { name: 'More in the glossary' });
    expect(more).toHaveAttribute('href', '/glossary/#sdf');
  });

  it('leads nowhere where the glossary says no more', () => {
    render(<WhosWho who={[anEntry({ hasMore: false })]} {...aSetting()} />);
    expect(within(cardOf('sdf')).queryByRole('link')).toBeNull();
  });
});

describe('The list of cards', () => {
  it('is headed, and has each entry once', () => {
    render(<WhosWho who={[anEntry(), anEntry({ id: 'raqqa', name: 'Raqqa' })]} {...aSetting()} />);
    expect(screen.getByRole('heading', { level: 2, name: 'Who’s who' })).toBeInTheDocument();
    expect([...document.querySelectorAll('.card')].map(({ id }) => id)).toEqual(['who-sdf', 'who-raqqa']);
  });
});
