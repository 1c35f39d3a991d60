import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FoldedContents, SideContents } from '@/components/contents.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';
import { aSection } from '../support/an-article.ts';

const sections = [
  aSection({ id: 'warning', title: 'A warning' }),
  aSection({ id: 'border', title: 'The border' }),
  aSection({ id: 'after', title: 'What < comes & "after"' }),
];
const toSections = [
  ['A warning', '#warning'],
  ['The border', '#border'],
  ['What < comes & "after"', '#after'],
];
const textAndTarget = (link: HTMLElement) => [link.textContent, link.getAttribute('href')];

describe('The contents beside the text', () => {
  it('lead to the sections in their order', () => {
    render(<SideContents sections={sections} words={english} />);
    expect(screen.getAllByRole('link').map(textAndTarget)).toEqual(toSections);
  });

  it.each([
    { language: 'English', words: english, name: 'In this article' },
    { language: 'Arabic', words: arabic, name: 'في هذا المقال' },
  ])('are navigation with a name, in $language', ({ words, name }) => {
    render(<SideContents sections={sections} words={words} />);
    expect(within(screen.getByRole('navigation', { name })).getAllByRole('listitem')).toHaveLength(3);
  });

  it('have no heading, for they are no part of the article', () => {
    render(<SideContents sections={sections} words={english} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});

describe('The folded contents', () => {
  it('are closed until the reader opens them', () => {
    render(<FoldedContents sections={sections} words={english} />);
    expect(screen.getByRole('group')).not.toHaveAttribute('open');
  });

  it('say what they are while they are closed', () => {
    render(<FoldedContents sections={sections} words={english} />);
    expect(screen.getByText('In this article', { selector: 'summary' })).toBeVisible();
  });

  it('lead to the sections in their order', () => {
    render(<FoldedContents sections={sections} words={english} />);
    screen.getByRole('group').setAttribute('open', '');
    const navigation = screen.getByRole('navigation', { name: 'In this article' });
    expect(within(navigation).getAllByRole('link').map(textAndTarget)).toEqual(toSections);
  });
});
