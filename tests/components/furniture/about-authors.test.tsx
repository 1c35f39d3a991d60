import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AboutAuthors } from '@/components/furniture/about-authors.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anAuthor } from '../../support/an-article.ts';

const { urls, words } = aSetting();
const place = { file: 'authors/ada-reed.md', line: 1, column: 1 };
const image = { name: 'authors/ada-1a2b3c4d', width: 600, height: 600 };

describe('The end of an article', () => {
  it('says who wrote it, with picture, role, biography and the way to them', () => {
    const picture = { ...place, source: 'ada.png', digest: '', image };
    const author = anAuthor({
      role: 'Reporter',
      bio: 'She writes about the sea.',
      contact: 'ada@sea.example',
      picture,
    });
    const { container } = render(<AboutAuthors authors={[author]} urls={urls} words={words} />);
    expect(screen.getByRole('heading', { level: 2, name: 'About the author' })).toBeVisible();
    expect(screen.getByText(/Reporter/)).toHaveTextContent('Ada Reed · Reporter');
    expect(screen.getByText('She writes about the sea.')).toBeVisible();
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/authors/ada-reed/',
      'mailto:ada@sea.example',
    ]);
    const img = container.querySelector('img');
    expect([img?.getAttribute('alt'), img?.getAttribute('src')]).toEqual([
      '',
      '/pictures/authors/ada-1a2b3c4d-480.jpg',
    ]);
  });

  it.each([
    ['Reporter', 'Formerly: Reporter'],
    [undefined, 'Former author'],
  ])('says of a former %s that they write here no more', (role, shown) => {
    render(<AboutAuthors authors={[anAuthor({ role, former: true, bio: 'Left.' })]} urls={urls} words={words} />);
    expect(screen.getByText(/Former/)).toHaveTextContent(`Ada Reed · ${shown}`);
  });

  it('names several authors each', () => {
    const authors = [anAuthor({ bio: 'One.' }), anAuthor({ id: 'ben', name: 'Ben Cole', bio: 'Two.' })];
    render(<AboutAuthors authors={authors} urls={urls} words={words} />);
    expect(screen.getByRole('heading', { name: 'About the authors' })).toBeVisible();
    expect(screen.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['Ada Reed', 'Ben Cole']);
  });
});
