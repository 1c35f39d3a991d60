import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PartsBeside } from '@/components/lists/parts-beside.tsx';
import type { BesidePart } from '@/lib/publication/find.ts';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, aSite } from '../../support/an-article.ts';

const series = { id: 'bridges', name: 'Bridges' };

function links(beside: BesidePart) {
  const { urls, words } = aSetting(aSite());
  render(<PartsBeside beside={beside} urls={urls} words={words} />);
  return screen.getAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
}

describe('The end of a part of a series', () => {
  it('leads to the series, and to the parts before and after', () => {
    const previous = anArticle({ slug: 'stone', title: 'Of stone' });
    const next = anArticle({ slug: 'steel', title: 'Of steel' });
    expect(links({ series, previous, next })).toEqual([
      ['Bridges', '/series/bridges/'],
      ['Of stone', '/articles/stone/'],
      ['Of steel', '/articles/steel/'],
    ]);
    expect(screen.getByRole('navigation', { name: 'Bridges' })).toHaveTextContent(
      'BridgesPrevious part: Of stoneNext part: Of steel',
    );
  });

  it('leads to no part where there is none', () => {
    expect(links({ series, previous: undefined, next: undefined })).toEqual([['Bridges', '/series/bridges/']]);
  });
});
