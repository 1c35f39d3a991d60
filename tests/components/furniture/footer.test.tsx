import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Footer } from '@/components/furniture/footer.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { aSite, aTopic } from '../../support/an-article.ts';

const nothingMore = { has: { glossary: false, corrections: false }, topics: { listed: [], hasMore: false } };

describe('The foot of a page', () => {
  it('is the one that assistive technology finds', () => {
    render(<Footer {...nothingMore} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('contentinfo')).toBeVisible();
  });

  it('leads home, below the path of the site', () => {
    const site = aSite({ name: 'The Example', url: 'https://example.org/news' });
    render(<Footer {...nothingMore} site={site} {...aSetting(site)} />);
    expect(screen.getByRole('link', { name: 'The Example' })).toHaveAttribute('href', '/news/');
  });

  it('says what the publication is', () => {
    render(<Footer {...nothingMore} site={aSite({ tagline: 'News of nowhere.' })} {...aSetting()} />);
    expect(screen.getByText(/News of nowhere\./)).toBeVisible();
  });

  it('says where to report an error', () => {
    render(<Footer {...nothingMore} site={aSite({ contact: 'desk@example.org' })} {...aSetting()} />);
    const link = screen.getByRole('link', { name: 'desk@example.org' });
    expect(link).toHaveAttribute('href', 'mailto:desk@example.org');
    expect(link.parentElement).toHaveTextContent('Something wrong? Write to desk@example.org');
  });

  it('leads to the feed, below the path of the site', () => {
    const site = aSite({ url: 'https://example.org/news' });
    render(<Footer {...nothingMore} site={site} {...aSetting(site)} />);
    expect(screen.getByRole('link', { name: 'RSS' })).toHaveAttribute('href', '/news/feed.xml');
  });

  it('has the choice of how the page looks', () => {
    render(<Footer {...nothingMore} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('group', { name: 'Appearance' })).toBeVisible();
  });

  const links = () =>
    within(screen.getByRole('list'))
      .getAllByRole('link')
      .map((link) => [link.textContent, link.getAttribute('href')]);

  it('leads to every topic and to the pages that the site has', () => {
    const listed = [aTopic({ id: 'iraq', name: 'Iraq' }), aTopic({ id: 'syria', name: 'Syria' })];
    const has = { glossary: true, corrections: true };
    render(<Footer has={has} topics={{ listed, hasMore: false }} site={aSite()} {...aSetting()} />);
    expect(links()).toEqual([
      ['Iraq', '/topics/iraq/'],
      ['Syria', '/topics/syria/'],
      ['About', '/about/'],
      ['Glossary', '/glossary/'],
      ['Corrections', '/corrections/'],
      ['RSS', '/feed.xml'],
    ]);
  });

  it('leads to no page that the site has not', () => {
    render(<Footer {...nothingMore} site={aSite()} {...aSetting()} />);
    expect(links()).toEqual([
      ['About', '/about/'],
      ['RSS', '/feed.xml'],
    ]);
  });

  it('leads to the search, which has all topics, if it does not name them all', () => {
    const topics = { listed: [aTopic()], hasMore: true };
    render(<Footer {...nothingMore} topics={topics} site={aSite()} {...aSetting()} />);
    expect(links()[1]).toEqual(['All topics', '/search/']);
  });
});
