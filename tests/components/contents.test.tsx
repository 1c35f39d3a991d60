import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FoldedContents, SideContents } from '@/components/contents.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';

const entries = [
  { id: 'warning', title: 'A warning', isText: true },
  { id: 'after', title: 'What < comes & "after"', isText: true },
  { id: 'sources', title: 'How we know', isText: false },
];
const toEntries = [
  ['A warning', '#warning'],
  ['What < comes & "after"', '#after'],
  ['How we know', '#sources'],
];
const textAndTarget = (link: HTMLElement) => [link.textContent, link.getAttribute('href')];

describe('The contents beside the text', () => {
  it('lead to the parts of the article in their order', () => {
    render(<SideContents entries={entries} words={english} />);
    expect(screen.getAllByRole('link').map(textAndTarget)).toEqual(toEntries);
  });

  it.each([
    { language: 'English', words: english, name: 'In this article' },
    { language: 'Arabic', words: arabic, name: 'في هذا المقال' },
  ])('are navigation with a name, in $language', ({ words, name }) => {
    render(<SideContents entries={entries} words={words} />);
    expect(within(screen.getByRole('navigation', { name })).getAllByRole('listitem')).toHaveLength(3);
  });

  it('tell what is beside the text from its sections', () => {
    render(<SideContents entries={entries} words={english} />);
    expect(screen.getAllByRole('listitem').map(({ className }) => className)).toEqual(['', '', 'beside']);
  });

  it('have no heading, for they are no part of the article', () => {
    render(<SideContents entries={entries} words={english} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});

describe('The folded contents', () => {
  it('are closed until the reader opens them', () => {
    render(<FoldedContents entries={entries} words={english} />);
    expect(screen.getByRole('group')).not.toHaveAttribute('open');
  });

  it('say what they are while they are closed', () => {
    render(<FoldedContents entries={entries} words={english} />);
    expect(screen.getByText('In this article', { selector: 'summary' })).toBeVisible();
  });

  it('lead to the parts of the article in their order', () => {
    render(<FoldedContents entries={entries} words={english} />);
    screen.getByRole('group').setAttribute('open', '');
    const navigation = screen.getByRole('navigation', { name: 'In this article' });
    expect(within(navigation).getAllByRole('link').map(textAndTarget)).toEqual(toEntries);
  });
});
