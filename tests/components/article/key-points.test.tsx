import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { KeyPoints } from '@/components/article/key-points.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';

const points = [
  { text: 'The border is quiet.', section: 'the-border' },
  { text: 'Nobody knows for how long.', section: undefined },
];

describe('Key points', () => {
  it('stand under a heading of the second level', () => {
    render(<KeyPoints points={points} unverified={[]} words={english} />);
    expect(screen.getByRole('heading', { level: 2, name: 'Key points' })).toBeVisible();
  });

  it('keep their order', () => {
    render(<KeyPoints points={points} unverified={[]} words={english} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The border is quiet.',
      'Nobody knows for how long.',
    ]);
  });

  it('lead to their section', () => {
    render(<KeyPoints points={points} unverified={[]} words={english} />);
    expect(screen.getByRole('link', { name: 'The border is quiet.' })).toHaveAttribute('href', '#the-border');
  });

  it('are no link where they have no section', () => {
    render(<KeyPoints points={points} unverified={[]} words={english} />);
    const [, withoutSection] = screen.getAllByRole('listitem');
    expect(withoutSection).toHaveTextContent('Nobody knows for how long.');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('show signs of HTML as they were written', () => {
    render(<KeyPoints points={[{ text: 'A < B & "C"', section: undefined }]} unverified={[]} words={english} />);
    expect(within(screen.getByRole('list')).getByText('A < B & "C"')).toBeVisible();
  });
});

describe('What is not verified', () => {
  it.each([
    { language: 'English', words: english, name: 'What is not verified' },
    { language: 'Arabic', words: arabic, name: 'ما لم يُتحقَّق منه' },
  ])('stands after the key points under a heading of its own, in $language', ({ words, name }) => {
    render(<KeyPoints points={points} unverified={['Who < fired first.', 'How many fled.']} words={words} />);
    expect(screen.getAllByRole('heading', { level: 2 }).at(-1)).toHaveTextContent(name);
    const [, list] = screen.getAllByRole('list');
    expect(
      list &&
        within(list)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
    ).toEqual(['Who < fired first.', 'How many fled.']);
  });

  it('may stand alone', () => {
    render(<KeyPoints points={[]} unverified={['Who fired first.']} words={english} />);
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['What is not verified']);
    expect(screen.getAllByRole('list')).toHaveLength(1);
  });

  it('is left out where everything is', () => {
    render(<KeyPoints points={points} unverified={[]} words={english} />);
    expect(screen.queryByText('What is not verified')).not.toBeInTheDocument();
  });
});
