import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PrintedEnd } from '@/components/furniture/printed-end.tsx';
import { english } from '@/lib/languages/english.ts';

const address = 'https://example.org/articles/quiet/';
const show = (links: readonly string[] = []) =>
  render(<PrintedEnd address={address} date="19 January 2026" links={links} words={english} />);

describe('The end of a printed article', () => {
  it('says where the page comes from and when it was published', () => {
    show();
    expect(screen.getByText('Printed from https://example.org/articles/quiet/ · 19 January 2026')).toBeInTheDocument();
  });

  it('lists the addresses behind the links in the order of the text, each as often as it is linked', () => {
    show(['https://b.example/?x=1&y=2', 'https://a.example/', 'https://b.example/?x=1&y=2']);
    expect(screen.getAllByRole('listitem', { hidden: true }).map(({ textContent }) => textContent)).toEqual([
      'https://b.example/?x=1&y=2',
      'https://a.example/',
      'https://b.example/?x=1&y=2',
    ]);
  });

  it('has no list of links where the text has none', () => {
    show([]);
    expect(screen.queryByText('Links')).not.toBeInTheDocument();
    expect(screen.queryByRole('list', { hidden: true })).not.toBeInTheDocument();
  });

  it('is not read out on a screen', () => {
    show(['https://a.example/']);
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});
