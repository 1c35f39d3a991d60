import { describe, expect, test } from 'vitest';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { anArticle, anAuthor, aPublication, aSite, aTakenDown, aTopic } from '../../support/an-article.ts';

type Facts = Parameters<typeof aPublication>[0];

const forms = (folder: string) => ['feed.xml', 'atom.xml', 'feed.json'].map((name) => `${folder}${name}`);

describe('The files of a publication that are no pages', () => {
  test('are feeds of the site and each topic, two for each article, and those of the whole site', () => {
    const storm = anArticle({ slug: 'storm' });
    const publication = aPublication({
      articles: [storm, anArticle({ slug: 'calm', topics: [aTopic({ id: 'sea', name: 'Sea' })] })],
      moved: [{ from: 'gale', to: storm }],
      expired: [aTakenDown({ slug: 'drought' })],
    });

    expect(machineFiles(publication).map(({ file }) => file)).toEqual([
      ...forms(''),
      ...forms('topics/security/'),
      ...forms('topics/sea/'),
      'articles/storm/index.md',
      'articles/storm/article.json',
      'articles/calm/index.md',
      'articles/calm/article.json',
      'llms.txt',
      'sitemap.xml',
      'news-sitemap.xml',
      'robots.txt',
      'manifest.webmanifest',
    ]);
  });

  test('are made when somebody asks for them, and not before', () => {
    const read = () => {
      throw new Error('An article was read.');
    };
    expect(machineFiles(aPublication({ read })).map(({ file }) => file)).toContain('feed.xml');
  });

  test('are there where nothing is published', () => {
    const publication = aPublication({ articles: [] });
    const files = machineFiles(publication);
    expect(files.length).toBeGreaterThan(5);
    for (const { make } of files) expect(make(publication)).not.toBe('');
  });
});

describe('The files that are made again', () => {
  const day = 24 * 3_600_000;
  const now = 100 * day;
  /** This many articles, newest first, one a day; the oldest is a1. */
  const articles = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      anArticle({ slug: `a${count - index}`, published: (50 + count - index) * day, authors: [anAuthor()] }),
    );
  const before: Facts = { articles: articles(40), now };
  const changed = (after: Facts) => {
    const known = new Map(machineFiles(aPublication(before)).map(({ file, madeFrom }) => [file, madeFrom]));
    return machineFiles(aPublication({ now, ...after }))
      .filter(({ file, madeFrom }) => known.get(file) !== madeFrom)
      .map(({ file }) => file);
  };
  const having = (slug: string, change: object) =>
    articles(40).map((one) => (one.slug === slug ? { ...one, ...change } : one));

  test('with a new article are its own, all feeds that it is in, and the lists of all', () => {
    expect(changed({ articles: articles(41) })).toEqual([
      ...forms(''),
      ...forms('topics/security/'),
      'articles/a41/index.md',
      'articles/a41/article.json',
      'llms.txt',
      'sitemap.xml',
    ]);
  });

  test('with another text of an old article are its own alone', () => {
    expect(changed({ articles: having('a3', { lead: '<p>Other.</p>' }) })).toEqual([
      'articles/a3/index.md',
      'articles/a3/article.json',
    ]);
  });

  test('with another text of a new article are the feeds as well', () => {
    expect(changed({ articles: having('a39', { lead: '<p>Other.</p>' }) })).toEqual([
      ...forms(''),
      ...forms('topics/security/'),
      'articles/a39/index.md',
      'articles/a39/article.json',
    ]);
  });

  test('with an update of an old article are its own and the sitemap', () => {
    expect(changed({ articles: having('a3', { updated: now }) })).toEqual([
      'articles/a3/index.md',
      'articles/a3/article.json',
      'sitemap.xml',
    ]);
  });

  test('with another description of a topic are its feeds, and what lists topics', () => {
    expect(changed({ ...before, topics: [aTopic({ description: 'Other.' })] })).toEqual([
      ...forms('topics/security/'),
      'llms.txt',
    ]);
  });

  test('as time goes by are none but the news sitemap', () => {
    expect(changed({ ...before, now: 91.5 * day })).toEqual(['news-sitemap.xml']);
    expect(changed({ ...before, now: 101 * day })).toEqual([]);
  });

  test('with another name of the site are all', () => {
    expect(changed({ ...before, site: aSite({ name: 'Other' }) })).toHaveLength(
      machineFiles(aPublication(before)).length,
    );
  });
});
