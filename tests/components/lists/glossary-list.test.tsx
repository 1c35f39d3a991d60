import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { GlossaryList } from '@/components/lists/glossary-list.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, anEntry } from '../../support/an-article.ts';

describe('The glossary', () => {
  it('names each entry under its own address, with the articles that mention it', () => {
    const articles = [anArticle({ slug: 'two', title: 'The second' }), anArticle({ slug: 'one', title: 'The first' })];
    render(<GlossaryList entries={[{ entry: anEntry(), articles }]} {...aSetting()} />);
    const heading = screen.getByRole('heading', { level: 2, name: 'Syrian Democratic Forces' });
    expect(heading.closest('section')).toHaveAttribute('id', 'sdf');
    expect(screen.getAllByRole('listitem').map((item) => within(item).getByRole('link').getAttribute('href'))).toEqual([
      '/articles/two/',
      '/articles/one/',
    ]);
  });

  it('leads to an address of its own where an entry has one, and says that it is elsewhere', () => {
    render(
      <GlossaryList entries={[{ entry: anEntry({ url: 'https://sdf.example/' }), articles: [] }]} {...aSetting()} />,
    );
    expect(screen.getByRole('link', { name: /^https:\/\/sdf\.example\/ ?\(external site\)$/ })).toHaveAttribute(
      'href',
      'https://sdf.example/',
    );
  });
});
