import { describe, expect, test } from 'vitest';
import { sitemapFiles } from '@/lib/formats/sitemap.ts';
import { indexedPages } from '@/lib/publication/pages/page-list.ts';
import { anArticle, anAuthor, anEntry, aPublication, aSite, aTakenDown, aTopic } from '../../support/an-article.ts';
import { parseXml, textsOf } from '../../support/parse-xml.ts';

const published = Date.parse('2026-01-19T15:00:00Z');
const updated = Date.parse('2026-01-20T15:00:00Z');

describe('The pages that search engines may show', () => {
  test('are all but single versions, former addresses and what was taken down', () => {
    const storm = anArticle({ slug: 'storm', versions: 2 });
    const publication = aPublication({
      articles: [storm, anArticle({ slug: 'calm' })],
      moved: [{ from: 'gale', to: storm }],
      expired: [aTakenDown({ slug: 'drought' })],
      glossary: [anEntry()],
    });

    expect(indexedPages(publication).map(({ route }) => route)).toEqual([
      '/',
      '/about/',
      '/articles/storm/',
      '/articles/calm/',
      '/articles/storm/versions/',
      '/topics/security/',
      '/authors/ada-reed/',
      '/glossary/',
    ]);
  });

  test('are not those of authors and topics without an article', () => {
    const publication = aPublication({ authors: [anAuthor({ id: 'ben' })], topics: [aTopic({ id: 'sky' })] });
    const routes = indexedPages(publication).map(({ route }) => route);
    expect(routes.filter((route) => /^.(authors|topics)/.test(route))).toEqual([]);
  });

  test('are also those of lists, and the list of corrections where there are any', () => {
    const correction = {
      number: 2,
      recorded: updated,
      note: 'A name',
      passages: [{ section: undefined, was: 'a', is: 'b' }],
      redactions: [],
    };
    const articles = Array.from({ length: 40 }, (_, index) => anArticle({ slug: `a${index}` }));
    const routes = indexedPages(
      aPublication({ articles: [anArticle({ corrections: [correction] }), ...articles] }),
    ).map(({ route }) => route);

    expect(routes).toContain('/corrections/');
    expect(routes).toContain('/page/1/');
    expect(routes).toContain('/topics/security/page/1/');
  });

  test('changed when readers were last told something new', () => {
    const changed = new Map(
      indexedPages(
        aPublication({
          articles: [anArticle({ slug: 'new', published }), anArticle({ slug: 'old', published: 0, updated })],
        }),
      ).map((page) => [page.route, page.changed]),
    );

    expect(changed.get('/articles/new/')).toBe(published);
    expect(changed.get('/articles/old/')).toBe(updated);
    expect(changed.get('/')).toBe(updated);
    expect(changed.get('/about/')).toBeUndefined();
  });
});

describe('A sitemap', () => {
  const pages = ['/', '/a/', '/b/', '/c/', '/d/', '/e/', '/f/'].map((route) => ({ route, changed: published }));
  const read = (limit: number) =>
    sitemapFiles(aSite({ url: 'https://example.org/news' }), pages, [], limit).map(({ route, make }) => {
      const document = parseXml(make());
      return { route, root: document.documentElement.tagName, addresses: textsOf(document, 'loc') };
    });

  test('is one file as long as one may name all pages', () => {
    expect(read(7)).toMatchObject([{ route: '/sitemap.xml', root: 'urlset' }]);
    expect(read(7)[0]?.addresses).toHaveLength(7);
  });

  test('is an index of parts where one file may not, with every page in one of them', () => {
    const [index, ...parts] = read(3);

    expect(index).toEqual({
      route: '/sitemap.xml',
      root: 'sitemapindex',
      addresses: [1, 2, 3].map((number) => `https://example.org/news/sitemaps/${number}.xml`),
    });
    expect(parts.map(({ route, root }) => [route, root])).toEqual(
      [1, 2, 3].map((number) => [`/sitemaps/${number}.xml`, 'urlset']),
    );
    expect(parts.flatMap(({ addresses }) => addresses)).toEqual(
      pages.map(({ route }) => `https://example.org/news${route}`),
    );
  });

  test('tells when a page changed, and nothing where that is not known', () => {
    const publication = aPublication({ articles: [anArticle({ published })], site: aSite() });
    const [file] = sitemapFiles(publication.site, indexedPages(publication));
    const lines = (file?.make() ?? '').split('\n');

    expect(lines).toContain(
      '<url><loc>https://example.org/articles/quiet-on-the-border/</loc><lastmod>2026-01-19T15:00:00.000Z</lastmod></url>',
    );
    expect(lines).toContain('<url><loc>https://example.org/about/</loc></url>');
  });
});
