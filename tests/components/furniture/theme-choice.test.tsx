import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ThemeChoice } from '@/components/furniture/theme-choice.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';

describe('The choice of a theme', () => {
  it.each([
    { language: 'English', words: english, legend: 'Appearance', names: ['System', 'Light', 'Dark'] },
    { language: 'Arabic', words: arabic, legend: 'المظهر', names: ['النظام', 'فاتح', 'داكن'] },
  ])('is three radio buttons under a legend, in $language', ({ words, legend, names }) => {
    render(<ThemeChoice words={words} />);
    const group = screen.getByRole('group', { name: legend });
    const radios = within(group).getAllByRole('radio');
    expect(radios).toEqual(names.map((name) => within(group).getByRole('radio', { name })));
  });

  it('is the one of the system at first', () => {
    render(<ThemeChoice words={english} />);
    expect(screen.getByRole('radio', { name: 'System' })).toBeChecked();
  });

  it('is one of the three', () => {
    render(<ThemeChoice words={english} />);
    screen.getByRole('radio', { name: 'Dark' }).click();
    expect(screen.getAllByRole('radio', { checked: true })).toEqual([screen.getByRole('radio', { name: 'Dark' })]);
  });

  it.each([
    { name: 'Light', value: 'light' },
    { name: 'Dark', value: 'dark' },
  ])('has the value that the style sheet knows: $name', ({ name, value }) => {
    render(<ThemeChoice words={english} />);
    expect(screen.getByRole('radio', { name })).toHaveAttribute('value', value);
  });
});
