import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleList } from '@/components/lists/article-list.tsx';
import { listMaps, noMaps } from '@/lib/publication/list-maps.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aLeadPicture, aMapPicture, anArticle, anAuthor, aPortrait, aSite, aTopic } from '../../support/an-article.ts';

const setting = aSetting();

/** Long after any of these articles. */
const now = Date.parse('2026-06-01T00:00:00Z');

const three = [
  anArticle({ slug: 'third', title: 'Third' }),
  anArticle({ slug: 'second', title: 'Second' }),
  anArticle({ slug: 'first', title: 'First' }),
];

describe('A list of articles', () => {
  it('keeps the order in which it gets them', () => {
    render(<ArticleList now={now} articles={three} level={2} {...setting} />);
    expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual(['Third', 'Second', 'First']);
  });

  it('says of an article how it is labelled', () => {
    const labels = { sponsor: { name: 'Harbour Bank', url: undefined }, satire: true, warning: 'Blood.' };
    const article = anArticle({ labels });
    render(<ArticleList now={now} articles={[article]} level={2} {...setting} />);
    expect(screen.getByText('Security')).toHaveTextContent(
      'Security · Sponsored by Harbour Bank · Satire · Content warning',
    );
  });

  it.each([{ level: 2 }, { level: 3 }] as const)('has its headlines at the level it is told: $level', ({ level }) => {
    render(<ArticleList now={now} articles={three} level={level} {...setting} />);
    expect(screen.getAllByRole('heading', { level })).toHaveLength(3);
  });

  it('has the same headings where the first article leads', () => {
    render(<ArticleList now={now} articles={three} level={2} maps={noMaps} {...setting} />);
    expect(screen.getAllByRole('heading').map(({ tagName }) => tagName)).toEqual(['H2', 'H2', 'H2']);
  });

  it('is an empty list where there are no articles', () => {
    render(<ArticleList now={now} articles={[]} level={2} {...setting} />);
    expect(screen.getByRole('list')).toBeEmptyDOMElement();
  });
});

describe('An opinion in a list', () => {
  const [ada, leadPicture] = [anAuthor({ name: 'Ada Reed', picture: aPortrait() }), aLeadPicture()];
  const plain = anArticle({ slug: 'plain' });
  const shown = (article: ReturnType<typeof anArticle>) => {
    const list = render(<ArticleList now={now} articles={[article, plain]} level={2} {...setting} />).container;
    return {
      portraits: list.querySelectorAll('.portrait').length,
      isSigned: list.textContent?.includes('By Ada Reed'),
    };
  };

  it('shows who wrote it, with the name', () => {
    expect(shown(anArticle({ kind: 'opinion', authors: [ada] }))).toEqual({ portraits: 1, isSigned: true });
  });

  it.each([
    ['it has a picture of its own', { kind: 'opinion', authors: [ada], picture: leadPicture }],
    ['several wrote it', { kind: 'opinion', authors: [ada, anAuthor({ id: 'ben' })] }],
    ['there is no portrait', { kind: 'opinion', authors: [anAuthor({ name: 'Ada Reed' })] }],
    ['it is a report', { kind: 'report', authors: [ada] }],
  ] as const)('does not where %s', (_what, { kind, authors, ...rest }) => {
    expect(shown(anArticle({ kind, authors: [...authors], ...rest }))).toEqual({ portraits: 0, isSigned: false });
  });

  it('does not where it leads, for a face is not for a whole page', () => {
    const articles = [anArticle({ kind: 'opinion', authors: [ada] }), plain];
    const { container } = render(<ArticleList now={now} articles={articles} level={2} maps={noMaps} {...setting} />);
    expect(container.querySelector('.lead .portrait')).toBeNull();
  });
});

describe('An article in a list', () => {
  it('has one link, named by its headline', () => {
    render(<ArticleList now={now} articles={three} level={2} {...setting} />);
    const links = screen.getAllByRole('listitem').map((item) => within(item).getByRole('link'));
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Third', '/articles/third/'],
      ['Second', '/articles/second/'],
      ['First', '/articles/first/'],
    ]);
  });

  it('has its link in its headline', () => {
    render(<ArticleList now={now} articles={[anArticle({ title: 'Quiet' })]} level={2} {...setting} />);
    expect(within(screen.getByRole('heading')).getByRole('link', { name: 'Quiet' })).toBeVisible();
  });

  it('has an address below the path of the site', () => {
    const below = aSetting(aSite({ url: 'https://example.org/news' }));
    render(<ArticleList now={now} articles={[anArticle({ slug: 'quiet' })]} level={2} {...below} />);
    expect(screen.getByRole('link')).toHaveAttribute('href', '/news/articles/quiet/');
  });

  it('shows a headline with signs of HTML in it as it was written', () => {
    render(<ArticleList now={now} articles={[anArticle({ title: 'A < B & "C"' })]} level={2} {...setting} />);
    expect(screen.getByRole('link', { name: 'A < B & "C"' })).toBeVisible();
  });

  it('has its standfirst', () => {
    render(<ArticleList now={now} articles={[anArticle({ standfirst: 'All is well.' })]} level={2} {...setting} />);
    expect(screen.getByText('All is well.')).toBeVisible();
  });

  it('has its main topic alone', () => {
    const article = anArticle({ topics: [aTopic({ name: 'Iraq' }), aTopic({ id: 'syria', name: 'Syria' })] });
    render(<ArticleList now={now} articles={[article]} level={2} {...setting} />);
    expect(screen.getByText('Iraq')).toBeVisible();
    expect(screen.queryByText('Syria')).not.toBeInTheDocument();
  });

  it('has the day of publication in the zone of the site', () => {
    const late = anArticle({ published: Date.parse('2026-01-19T21:30:00Z') });
    render(<ArticleList now={now} articles={[late]} level={2} {...setting} />);
    expect(screen.getByRole('time')).toHaveTextContent('20 January 2026');
    expect(screen.getByRole('time')).toHaveAttribute('datetime', '2026-01-20');
  });

  it('says that it is an opinion', () => {
    render(<ArticleList now={now} articles={[anArticle({ kind: 'opinion' })]} level={2} {...setting} />);
    expect(screen.getByText(/Security/)).toHaveTextContent('Security · Opinion');
  });

  it('does not say that a report is one', () => {
    render(<ArticleList now={now} articles={[anArticle({ kind: 'report' })]} level={2} {...setting} />);
    expect(screen.queryByText(/Report/)).not.toBeInTheDocument();
  });
});

describe('The time of an article in a list', () => {
  const late = anArticle({ published: Date.parse('2026-01-19T20:30:00Z') });

  it('stands beside its day on that day, in the zone of the site', () => {
    render(<ArticleList now={Date.parse('2026-01-19T20:59:00Z')} articles={[late]} level={2} {...setting} />);
    expect(screen.getByRole('time')).toHaveTextContent('19 January 2026 at 23:30 GMT+3');
    expect(screen.getByRole('time')).toHaveAttribute('datetime', '2026-01-19T23:30:00+03:00');
  });

  it('is left out from the next day on', () => {
    render(<ArticleList now={Date.parse('2026-01-19T21:00:00Z')} articles={[late]} level={2} {...setting} />);
    expect(screen.getByRole('time')).toHaveTextContent(/^19 January 2026$/);
  });
});

describe('The only article of a list', () => {
  it('has its authors, who are no further links', () => {
    const authors = [anAuthor(), anAuthor({ id: 'bo', name: 'Bo Ek' })];
    render(<ArticleList now={now} articles={[anArticle({ authors })]} level={2} maps={noMaps} {...setting} />);
    expect(screen.getByText(/^By Ada Reed and Bo Ek/)).toBeVisible();
    expect(screen.getAllByRole('link')).toHaveLength(1);
  });

  it('is the only one to have them', () => {
    render(<ArticleList now={now} articles={three} level={2} maps={noMaps} {...setting} />);
    expect(screen.queryByText(/Ada Reed/)).not.toBeInTheDocument();
  });
});

describe('The pictures of a list', () => {
  const pictured = Array.from({ length: 8 }, (_, index) => anArticle({ slug: `a${index}`, picture: aLeadPicture() }));

  it('are described where the article leads, and beside their headlines elsewhere', () => {
    render(<ArticleList now={now} articles={pictured} level={2} maps={noMaps} {...setting} />);
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('alt'))).toEqual(['The pier at dawn']);
    expect(document.querySelectorAll('img[alt=""]')).toHaveLength(7);
  });

  it('come at once with the lead, and later with the others', () => {
    render(<ArticleList now={now} articles={pictured} level={2} maps={noMaps} {...setting} />);
    const [lead, ...others] = document.querySelectorAll('img');
    expect(lead).not.toHaveAttribute('loading');
    for (const image of others) expect(image).toHaveAttribute('loading', 'lazy');
  });

  it('keep their places free', () => {
    render(<ArticleList now={now} articles={pictured} level={2} maps={noMaps} {...setting} />);
    for (const image of document.querySelectorAll('img')) {
      expect(Number(image.getAttribute('width'))).toBeGreaterThan(0);
      expect(Number(image.getAttribute('height'))).toBeGreaterThan(0);
    }
  });

  it('are maps with their names where one leads, small ones in the row below, and none beside a text', () => {
    const articles = pictured.map((article) => ({ ...article, picture: aMapPicture() }));
    const maps = listMaps(articles, aSite());
    render(<ArticleList now={now} articles={articles} level={2} maps={maps} {...setting} />);
    expect(screen.getByRole('img', { name: 'Map of Iraq' })).toHaveTextContent('Baghdad');
    expect(document.querySelectorAll('svg[aria-hidden]')).toHaveLength(3);
    expect(document.querySelectorAll('.pictured')).toHaveLength(4);
    expect(screen.queryByText(/Example Press/)).not.toBeInTheDocument();
  });

  it.each([
    ['with its picture', aLeadPicture(), 4],
    ['without one', undefined, 2],
  ])('leave those beside a lead %s without a standfirst, whether they have one or not', (_what, picture, beside) => {
    const others = Array.from({ length: 7 }, (_, index) => anArticle({ slug: `b${index}` }));
    const articles = [anArticle({ picture }), ...others];
    render(<ArticleList now={now} articles={articles} level={2} maps={noMaps} {...setting} />);
    const shown = screen.getAllByRole('listitem').map((item) => item.querySelector('.teaser-standfirst') !== null);
    expect(shown).toEqual(articles.map((_, index) => index === 0 || index > beside));
  });

  it('take the place of the standfirst where they are beside a text', () => {
    const [first = anArticle(), ...others] = pictured.slice(0, 3);
    render(<ArticleList now={now} articles={[{ ...first, picture: undefined }, ...others]} level={2} {...setting} />);
    expect(screen.getAllByText(first.standfirst)).toHaveLength(1);
  });
});
