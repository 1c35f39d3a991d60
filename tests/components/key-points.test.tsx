import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { KeyPoints } from '@/components/key-points.tsx';
import { english } from '@/lib/languages/english.ts';

const points = [
  { text: 'The border is quiet.', section: 'the-border' },
  { text: 'Nobody knows for how long.', section: undefined },
];

describe('Key points', () => {
  it('stand under a heading of the second level', () => {
    render(<KeyPoints points={points} words={english} />);
    expect(screen.getByRole('heading', { level: 2, name: 'Key points' })).toBeVisible();
  });

  it('keep their order', () => {
    render(<KeyPoints points={points} words={english} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'The border is quiet.',
      'Nobody knows for how long.',
    ]);
  });

  it('lead to their section', () => {
    render(<KeyPoints points={points} words={english} />);
    expect(screen.getByRole('link', { name: 'The border is quiet.' })).toHaveAttribute('href', '#the-border');
  });

  it('are no link where they have no section', () => {
    render(<KeyPoints points={points} words={english} />);
    const [, withoutSection] = screen.getAllByRole('listitem');
    expect(withoutSection).toHaveTextContent('Nobody knows for how long.');
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('show signs of HTML as they were written', () => {
    render(<KeyPoints points={[{ text: 'A < B & "C"', section: undefined }]} words={english} />);
    expect(within(screen.getByRole('list')).getByText('A < B & "C"')).toBeVisible();
  });
});
