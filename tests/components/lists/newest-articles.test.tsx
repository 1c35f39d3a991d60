import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NewestArticles } from '@/components/lists/newest-articles.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, aSite } from '../../support/an-article.ts';

const articles = [anArticle({ slug: 'b', title: 'B' }), anArticle({ slug: 'a', title: 'A' })];

describe('Where a reader goes on who has found nothing', () => {
  it('is the search, below the path of the site', () => {
    const site = aSite({ url: 'https://example.org/news' });
    render(<NewestArticles articles={articles} {...aSetting(site)} />);
    expect(screen.getByRole('searchbox')).toHaveAttribute('name', 'q');
    expect(document.querySelector('form')).toHaveAttribute('action', '/news/search/');
    expect(document.querySelector('select')).toBeNull();
  });

  it('is the newest articles under a heading of their own, in the order in which it gets them', () => {
    render(<NewestArticles articles={articles} {...aSetting()} />);
    expect(screen.getByRole('heading', { level: 2, name: 'Latest articles' })).toBeVisible();
    const links = within(screen.getByRole('list')).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['B', '/articles/b/'],
      ['A', '/articles/a/'],
    ]);
  });

  it('is the search alone where nothing is published', () => {
    render(<NewestArticles articles={[]} {...aSetting()} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });
});
