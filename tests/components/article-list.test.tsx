import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleList } from '@/components/article-list.tsx';
import { aSetting } from '../support/a-setting.ts';
import { anArticle, aSite, aTopic } from '../support/an-article.ts';

const setting = aSetting();
const three = [
  anArticle({ slug: 'third', title: 'Third' }),
  anArticle({ slug: 'second', title: 'Second' }),
  anArticle({ slug: 'first', title: 'First' }),
];

describe('A list of articles', () => {
  it('keeps the order in which it gets them', () => {
    render(<ArticleList articles={three} level={2} {...setting} />);
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Third', 'Second', 'First']);
  });

  it.each([{ level: 2 }, { level: 3 }] as const)('has its headlines at the level it is told: $level', ({ level }) => {
    render(<ArticleList articles={three} level={level} {...setting} />);
    expect(screen.getAllByRole('heading', { level })).toHaveLength(3);
  });

  it('has the same headings where the first article leads', () => {
    render(<ArticleList articles={three} level={2} withLead {...setting} />);
    expect(screen.getAllByRole('heading').map(({ tagName }) => tagName)).toEqual(['H2', 'H2', 'H2']);
  });

  it('is an empty list where there are no articles', () => {
    render(<ArticleList articles={[]} level={2} {...setting} />);
    expect(screen.getByRole('list')).toBeEmptyDOMElement();
  });
});

describe('An article in a list', () => {
  it('has one link, named by its headline', () => {
    render(<ArticleList articles={three} level={2} {...setting} />);
    const links = screen.getAllByRole('listitem').map((item) => within(item).getByRole('link'));
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Third', '/articles/third/'],
      ['Second', '/articles/second/'],
      ['First', '/articles/first/'],
    ]);
  });

  it('has its link in its headline', () => {
    render(<ArticleList articles={[anArticle({ title: 'Quiet' })]} level={2} {...setting} />);
    expect(within(screen.getByRole('heading')).getByRole('link', { name: 'Quiet' })).toBeVisible();
  });

  it('has an address below the path of the site', () => {
    const below = aSetting(aSite({ url: 'https://example.org/news' }));
    render(<ArticleList articles={[anArticle({ slug: 'quiet' })]} level={2} {...below} />);
    expect(screen.getByRole('link')).toHaveAttribute('href', '/news/articles/quiet/');
  });

  it('shows a headline with signs of HTML in it as it was written', () => {
    render(<ArticleList articles={[anArticle({ title: 'A < B & "C"' })]} level={2} {...setting} />);
    expect(screen.getByRole('link', { name: 'A < B & "C"' })).toBeVisible();
  });

  it('has its standfirst', () => {
    render(<ArticleList articles={[anArticle({ standfirst: 'All is well.' })]} level={2} {...setting} />);
    expect(screen.getByText('All is well.')).toBeVisible();
  });

  it('has its main topic alone', () => {
    const article = anArticle({ topics: [aTopic({ name: 'Iraq' }), aTopic({ id: 'syria', name: 'Syria' })] });
    render(<ArticleList articles={[article]} level={2} {...setting} />);
    expect(screen.getByText('Iraq')).toBeVisible();
    expect(screen.queryByText('Syria')).not.toBeInTheDocument();
  });

  it('has the day of publication in the zone of the site', () => {
    const late = anArticle({ published: Date.parse('2026-01-19T21:30:00Z') });
    render(<ArticleList articles={[late]} level={2} {...setting} />);
    expect(screen.getByRole('time')).toHaveTextContent('20 January 2026');
    expect(screen.getByRole('time')).toHaveAttribute('datetime', '2026-01-20');
  });

  it('says that it is an opinion', () => {
    render(<ArticleList articles={[anArticle({ kind: 'opinion' })]} level={2} {...setting} />);
    expect(screen.getByText(/Security/)).toHaveTextContent('Security · Opinion');
  });

  it('does not say that a report is one', () => {
    render(<ArticleList articles={[anArticle({ kind: 'report' })]} level={2} {...setting} />);
    expect(screen.queryByText(/Report/)).not.toBeInTheDocument();
  });
});
