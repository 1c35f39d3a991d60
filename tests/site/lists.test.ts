import { describe, expect, test } from 'vitest';
import { all, attribute, type BuiltPage, type BuiltSite, builtSite, pageAt } from '../support/built-site.ts';
import { madeSites } from '../support/sites.ts';

const made = (['two', 'seven', 'plenty'] as const).map((name) => {
  return { name, count: madeSites[name], site: builtSite(name) };
});

/** The articles of a generated site, newest first; or only every third one. */
const articles = (count: number, every = 1) =>
  Array.from({ length: count }, (_, index) => count - index)
    .filter((number) => number % every === 0)
    .map((number) => `/articles/article-${number}/`);

const links = (page: BuiltPage, selector: string) =>
  all(page.document, selector).map((link) => link.getAttribute('href'));

/** The pages of a list, from its own address on to ever older ones. */
function walk(site: BuiltSite, route: string): BuiltPage[] {
  const page = pageAt(site, route);
  const older = attribute(page.document, '.pager a[rel=prev]', 'href');
  return older === undefined ? [page] : [page, ...walk(site, older)];
}

/** The pages of a made site that list articles; former addresses lead to them. */
const listPages = (site: BuiltSite) =>
  site.pages.filter(
    ({ route, document }) =>
      /^\/($|page\/|topics\/|authors\/)/.test(route) &&
      !route.endsWith('.html') &&
      !document.querySelector('meta[http-equiv=refresh]'),
  );

describe.each(made)('a site of $count articles', ({ count, site }) => {
  test.each([
    ['the front page', '/', articles(count)],
    ['a topic', '/topics/tests/', articles(count)],
    ['an author', '/authors/ada/', articles(count)],
    ['an author of every third', '/authors/ben/', articles(count, 3)],
  ])('leads from %s to each article once, the newest first', (_from, route, expected) => {
    const isThere = site.pages.some((page) => page.route === route);
    expect((isThere ? walk(site, route) : []).flatMap((page) => links(page, '.teaser a'))).toEqual(expected);
  });

  test('has no list without articles, and none that no other page leads to', () => {
    expect(listPages(site).length).toBeGreaterThan(4);
    for (const page of listPages(site)) expect(links(page, '.teaser a')).not.toEqual([]);
    const reached = ['/', '/topics/city/', '/topics/farming/', '/topics/travel/', '/topics/schools/', '/topics/tests/']
      .concat(['/authors/ada/', '/authors/ben/'])
      .filter((route) => site.pages.some((page) => page.route === route))
      .flatMap((route) => walk(site, route).map((page) => page.route));
    expect(
      listPages(site)
        .map(({ route }) => route)
        .sort(),
    ).toEqual(reached.sort());
  });

  test('has a title of its own for each list page', () => {
    const titles = listPages(site).map(({ document }) => document.title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  test('tells machines the pages beside a page as it tells readers', () => {
    for (const page of listPages(site)) {
      for (const rel of ['prev', 'next']) {
        const [shown] = links(page, `.pager a[rel=${rel}]`);
        const told = attribute(page.document, `head link[rel=${rel}]`, 'href');
        expect(told).toBe(shown == null ? undefined : new URL(shown.slice(1), site.url).href);
      }
    }
  });
});

describe('the lists of 64 articles', () => {
  const site = builtSite('plenty');

  test.each([
    ['/', 'Latest articles', 24, 64],
    ['/page/2/', 'Articles, page 2', 20, 40],
    ['/page/1/', 'Articles, page 1', 20, 20],
    ['/topics/tests/', 'Tests', 24, 64],
    ['/topics/tests/page/2/', 'Tests, page 2', 20, 40],
    ['/topics/tests/page/1/', 'Tests, page 1', 20, 20],
    ['/authors/ada/', 'Ada Example', 24, 64],
    ['/authors/ada/page/1/', 'Ada Example, page 1', 20, 20],
    ['/authors/ben/', 'Ben Example', 21, 63],
  ])('%s says that it is “%s” and has %d articles, from number %d on', (route, heading, count, first) => {
    const page = pageAt(site, route);
    expect(page.document.querySelector('h1')?.textContent).toBe(heading);
    const shown = links(page, '.teaser a');
    expect(shown).toHaveLength(count);
    expect(shown[0]).toBe(`/articles/article-${first}/`);
  });

  test.each([
    ['/', [['/page/2/', 'Older articles']]],
    [
      '/topics/tests/page/2/',
      [
        ['/topics/tests/', 'Newer articles'],
        ['/topics/tests/page/1/', 'Older articles'],
      ],
    ],
    [
      '/authors/ada/page/1/',
      [
        ['/authors/ada/page/2/', 'Newer articles'],
        ['/authors/ada/', 'Newest articles'],
      ],
    ],
    ['/authors/ben/', []],
  ])('%s leads to the lists beside it', (route, expected) => {
    const shown = all(pageAt(site, route).document, 'nav[aria-label="More articles"] a');
    expect(shown.map((link) => [link.getAttribute('href'), link.textContent])).toEqual(expected);
  });

  test('describe a numbered page as what it is', () => {
    const description = (route: string) => attribute(pageAt(site, route).document, 'meta[name=description]', 'content');
    expect(description('/topics/tests/page/2/')).toBe('Articles on Tests, page 2');
    expect(description('/authors/ada/page/1/')).toBe('Articles by Ada Example, page 1');
  });
});

describe('the end of an article', () => {
  const related = (page: BuiltPage) => links(page, '.more .teaser a');

  test.each(made)('leads to up to four others that are there, never to itself: $count articles', ({ count, site }) => {
    for (const route of articles(count)) {
      const others = related(pageAt(site, route));
      expect(others).toHaveLength(Math.min(count - 1, 4));
      expect(others).toEqual([...new Set(others)].filter((other) => other !== route));
      for (const other of others) expect(articles(count)).toContain(other);
    }
  });

  test('leads to what is on the same topic before what is on a topic that all have', () => {
    const { site } = made.find(({ name }) => name === 'plenty') ?? {};
    const page = site && pageAt(site, '/articles/article-32/');
    expect(page && related(page)).toEqual(['42', '37', '27', '22'].map((number) => `/articles/article-${number}/`));
  });

  test('leads to the topics of the article, and to no article where there is none', () => {
    const page = pageAt(builtSite('standfirst'), '/articles/iraq-syria-border/');
    expect(links(page, '.more a')).toEqual(['/topics/iraq/', '/topics/syria/', '/topics/security/']);
    expect(page.document.querySelector('.more h2')).toBeNull();
  });
});
