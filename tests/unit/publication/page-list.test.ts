import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/model/model.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import {
  aLeadPicture,
  anArticle,
  anAuthor,
  aPublication,
  aSite,
  aTakenDown,
  aTopic,
} from '../../support/an-article.ts';

describe('The pages of a publication', () => {
  test('are one for each article, former address, notice, topic and author, with the front page, about, search and not found', () => {
    const storm = anArticle({ slug: 'storm' });
    const publication = aPublication({
      articles: [storm],
      moved: [{ from: 'gale', to: storm }],
      expired: [aTakenDown({ slug: 'drought' })],
    });

    expect(pagesOf(publication).map(({ route, status, file }) => ({ route, status, file }))).toEqual([
      { route: '/', status: 200, file: 'index.html' },
      { route: '/about/', status: 200, file: 'about/index.html' },
      { route: '/search/', status: 200, file: 'search/index.html' },
      { route: '/articles/storm/', status: 200, file: 'articles/storm/index.html' },
      { route: '/articles/gale/', status: 200, file: 'articles/gale/index.html' },
      { route: '/articles/drought/', status: 200, file: 'articles/drought/index.html' },
      { route: '/topics/security/', status: 200, file: 'topics/security/index.html' },
      { route: '/authors/ada-reed/', status: 200, file: 'authors/ada-reed/index.html' },
      { route: '/_not-found/', status: 404, file: '404.html' },
    ]);
  });

  test('are the same objects again for an article that is what it was, and others for one with another text', () => {
    const [calm, storm] = [anArticle({ slug: 'calm' }), anArticle({ slug: 'storm' })];
    const pageOf = (slug: string, text: string) => {
      const madeFrom = (of: string) => (of === 'storm' ? text : 'calm');
      return pagesOf(aPublication({ articles: [calm, storm], madeFrom })).find(
        ({ route }) => route === `/articles/${slug}/`,
      );
    };
    expect(pageOf('calm', 'before')).toBe(pageOf('calm', 'after'));
    expect(pageOf('storm', 'before')).not.toEqual(pageOf('storm', 'after'));
  });

  test('are several for each list of more than 39 articles', () => {
    const articles = Array.from({ length: 60 }, (_, index) =>
      anArticle({ slug: `a${index}`, topics: index < 40 ? [aTopic({ id: 'sea' })] : [aTopic({ id: 'sky' })] }),
    );
    const files = pagesOf(aPublication({ articles })).map(({ file }) => file);

    expect(files.filter((file) => !file.startsWith('articles/'))).toEqual([
      'index.html',
      'page/2/index.html',
      'page/1/index.html',
      'about/index.html',
      'search/index.html',
      'topics/sea/index.html',
      'topics/sky/index.html',
      'topics/sea/page/1/index.html',
      'authors/ada-reed/index.html',
      'authors/ada-reed/page/2/index.html',
      'authors/ada-reed/page/1/index.html',
      '404.html',
    ]);
  });

  test('are four where nothing is published', () => {
    expect(pagesOf(aPublication({ articles: [] })).map(({ file }) => file)).toEqual([
      'index.html',
      'about/index.html',
      'search/index.html',
      '404.html',
    ]);
  });
});

describe('The pages that are made again', () => {
  const author = anAuthor({ note: '<p>Before.</p>' });
  /** This many articles by one author, newest first; the oldest is a1. */
  const articles = (count: number) =>
    Array.from({ length: count }, (_, index) => anArticle({ slug: `a${count - index}`, authors: [author] }));
  const series = { id: 'pier', name: 'The pier' };
  const before = aPublication({ articles: articles(65), site: aSite() });
  const changed = (after: typeof before) => {
    const known = new Map(pagesOf(before).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    return pagesOf(after)
      .filter(({ file, madeFrom }) => known.get(file) !== JSON.stringify(madeFrom))
      .map(({ file }) => file);
  };

  test('with a new article are its own and the newest of each list that it is in', () => {
    expect(changed(aPublication({ articles: articles(66) }))).toEqual([
      'index.html',
      'articles/a66/index.html',
      'topics/security/index.html',
      'authors/ada-reed/index.html',
      '404.html',
    ]);
  });

  test('with another of the newest six are the pages for what is not there, which lead to them', () => {
    const expired = [aTakenDown({ slug: 'drought' })];
    const known = aPublication({ articles: articles(65), expired });
    const files = (publication: typeof known) =>
      new Map(pagesOf(publication).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    const changedIn = (slug: string) => {
      const renamed = articles(65).map((one) => (one.slug === slug ? { ...one, title: 'Other' } : one));
      const after = files(aPublication({ articles: renamed, expired }));
      return ['articles/drought/index.html', '404.html'].filter((file) => files(known).get(file) !== after.get(file));
    };
    expect(changedIn('a60')).toEqual(['articles/drought/index.html', '404.html']);
    expect(changedIn('a59')).toEqual([]);
  });

  test('are told rightly one publication after the other: each is listed as it would be alone', () => {
    const all = articles(66);
    const parts = [anArticle({ slug: 'p2', series }), anArticle({ slug: 'p1', series })];
    const states = [
      all.slice(1),
      all,
      all.map((one) => (one.slug === 'a30' ? { ...one, title: 'Other' } : one)),
      all.slice(0, 39),
      [...parts, ...all],
      [...parts.map((one) => (one.slug === 'p1' ? { ...one, title: 'First' } : one)), ...all],
      all.slice(65),
    ];
    const facts = (of: Article[]) => ({ articles: of, related: () => of.slice(-2) });
    // Copies are articles that nobody has listed.
    const alone = states.map((state) => pagesOf(aPublication(facts(structuredClone(state)))));
    expect(states.map((state) => pagesOf(aPublication(facts(state))))).toEqual(alone);
    expect(states.toReversed().map((state) => pagesOf(aPublication(facts(state))))).toEqual(alone.toReversed());
  });

  test('with the next day are the lists that have articles of the last', () => {
    const newest = anArticle({ slug: 'new', published: before.now - 3_600_000, authors: [anAuthor({ id: 'bo' })] });
    const facts = { articles: [newest, ...articles(65)] };
    const known = new Map(pagesOf(aPublication(facts)).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    const nextDay = pagesOf(aPublication({ ...facts, now: before.now + 24 * 3_600_000 }));
    const made = nextDay.filter(({ file, madeFrom }) => known.get(file) !== JSON.stringify(madeFrom));
    expect(made.map(({ file }) => file)).toEqual(['index.html', 'topics/security/index.html', 'authors/bo/index.html']);
  });

  test('with another text of the only article are the lists of it, which show its key points', () => {
    const filesOf = (text: string) => {
      const facts = { articles: [anArticle({ slug: 'only' })], madeFrom: () => text };
      return new Map(pagesOf(aPublication(facts)).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    };
    const known = filesOf('before');
    expect([...filesOf('after')].filter(([file, facts]) => known.get(file) !== facts).map(([file]) => file)).toEqual([
      'index.html',
      'articles/only/index.html',
      'topics/security/index.html',
      'authors/ada-reed/index.html',
    ]);
  });

  test('with a topic more are all, whose footers have it', () => {
    const [newest, ...others] = articles(3);
    const filesOf = (...topics: Article['topics']) => {
      const publication = aPublication({ articles: [anArticle({ ...newest, topics }), ...others] });
      return new Map(pagesOf(publication).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    };
    const known = filesOf(aTopic());
    const after = filesOf(aTopic(), aTopic({ id: 'sea', name: 'Sea' }));
    expect([...after].filter(([file, facts]) => known.get(file) === facts)).toEqual([]);
  });

  test('with another headline are its own and those of the lists where it stands', () => {
    const renamed = articles(65).map((one) => (one.slug === 'a30' ? { ...one, title: 'Other' } : one));
    expect(changed(aPublication({ articles: renamed }))).toEqual([
      'page/2/index.html',
      'articles/a30/index.html',
      'topics/security/page/2/index.html',
      'authors/ada-reed/page/2/index.html',
    ]);
  });

  test('with another note of an author are the author’s first', () => {
    const authors = [{ ...author, note: '<p>After.</p>' }];
    expect(changed(aPublication({ articles: articles(65), authors }))).toEqual(['authors/ada-reed/index.html']);
  });

  test('with another name of a topic are all, for every page leads to it', () => {
    const publication = aPublication({ articles: articles(65), topics: [aTopic({ name: 'Defence' })] });
    expect(changed(publication)).toHaveLength(pagesOf(publication).length);
  });

  test('with the first article of a year are the search too, which can be filtered by it', () => {
    const [newest, ...others] = articles(65);
    const other = { ...(newest ?? anArticle()), published: Date.parse('2027-03-01T00:00:00Z') };
    expect(changed(aPublication({ articles: [other, ...others] }))).toContain('search/index.html');
  });

  /** The pages that are made again when a related article changes like this. */
  const changedWith = (change: Partial<Article>) => {
    const [own, other] = [anArticle({ slug: 'own', versions: 1 }), anArticle({ slug: 'other' })];
    const filesOf = (related: Article) => {
      const facts = { articles: [own], madeFrom: () => 'own text', related: () => [related] };
      return new Map(pagesOf(aPublication(facts)).map(({ file, madeFrom }) => [file, JSON.stringify(madeFrom)]));
    };
    const known = filesOf(other);
    return [...filesOf({ ...other, ...change })]
      .filter(([file, facts]) => known.get(file) !== facts)
      .map(([file]) => file);
  };
  const shown: [string, Partial<Article>][] = [
    ['headline', { title: 'Other' }],
    ['topic', { topics: [aTopic({ id: 'sea', name: 'Sea' })] }],
    ['date', { published: 1 }],
    ['kind', { kind: 'opinion' }],
    ['slug', { slug: 'moved' }],
    ['picture', { picture: aLeadPicture() }],
  ];

  test.each(shown)(
    'with another %s of a related article are those that lead to it, without their records',
    (_what, change) => {
      expect(changedWith(change)).toEqual(['articles/own/index.html']);
    },
  );

  test.each([
    ['text', { lead: '<p>Other.</p>' }],
    ['standfirst', { standfirst: 'Other.' }],
  ])('with another %s of a related article are none', (_what, change) => {
    expect(changedWith(change)).toEqual([]);
  });

  test('with enough articles for a page more are the newest of each list and the one that led there', () => {
    expect(changed(aPublication({ articles: articles(80) })).filter((file) => !file.startsWith('articles/'))).toEqual([
      'index.html',
      'page/3/index.html',
      'page/2/index.html',
      'topics/security/index.html',
      'topics/security/page/3/index.html',
      'topics/security/page/2/index.html',
      'authors/ada-reed/index.html',
      'authors/ada-reed/page/3/index.html',
      'authors/ada-reed/page/2/index.html',
      '404.html',
    ]);
  });
});
