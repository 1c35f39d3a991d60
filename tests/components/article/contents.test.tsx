import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Contents, ContentsBar } from '@/components/article/contents.tsx';
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

describe('The contents', () => {
  it('lead to the parts of the article in their order', () => {
    render(<Contents entries={entries} words={english} />);
    expect(screen.getAllByRole('link', { hidden: true }).map(textAndTarget)).toEqual(toEntries);
  });

  it.each([
    { language: 'English', words: english, name: 'In this article' },
    { language: 'Arabic', words: arabic, name: 'في هذا المقال' },
  ])('are navigation with a name, in $language', ({ words, name }) => {
    render(<Contents entries={entries} words={words} />);
    expect(screen.getByRole('navigation', { hidden: true })).toHaveAttribute('aria-label', name);
  });

  it('tell what is beside the text from its sections', () => {
    render(<Contents entries={entries} words={english} />);
    expect(screen.getAllByRole('listitem', { hidden: true }).map(({ className }) => className)).toEqual([
      '',
      '',
      'beside',
    ]);
  });

  it('have no heading, for they are no part of the article', () => {
    render(<Contents entries={entries} words={english} />);
    expect(screen.queryByRole('heading', { hidden: true })).not.toBeInTheDocument();
  });
});

describe('The bar of a narrow window', () => {
  it('opens the contents without a script', () => {
    render(
      <>
        <ContentsBar words={english} />
        <Contents entries={entries} words={english} />
      </>,
    );
    const bar = screen.getByRole('button', { name: 'In this article' });
    const contents = screen.getByRole('navigation', { hidden: true });
    expect(bar).toHaveAttribute('popovertarget', contents.id);
    expect(contents).toHaveAttribute('popover', 'auto');
  });
});
