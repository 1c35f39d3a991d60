import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { feed } from '@/lib/formats/feeds.ts';
import { aLeadPicture, anArticle, anAuthor, aPublication, aSite, aTopic } from '../../support/an-article.ts';
import { badTexts } from '../../support/bad-texts.ts';
import { parseXml, textsOf } from '../../support/parse-xml.ts';

type Facts = Parameters<typeof aPublication>[0];

/** The items of a JSON Feed, as its specification has them. */
const jsonFeed = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.url(),
  feed_url: z.url(),
  description: z.string(),
  icon: z.url(),
  favicon: z.url(),
  language: z.string(),
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
  items: z.array(
    z.strictObject({
      id: z.url(),
      url: z.url(),
      title: z.string(),
      content_html: z.string(),
      summary: z.string(),
      image: z.url().optional(),
      date_published: z.iso.datetime(),
      date_modified: z.iso.datetime(),
      authors: z.array(z.strictObject({ name: z.string(), url: z.url() })),
      tags: z.array(z.string()),
    }),
  ),
});

const published = Date.parse('2026-01-19T15:00:00Z');
const updated = Date.parse('2026-01-20T15:00:00Z');

const xmlOf = (form: 'rss' | 'atom', facts: Facts = {}, topic?: string) => feed(aPublication(facts), form, topic) ?? '';
const rss = (facts?: Facts, topic?: string) => parseFeed(xmlOf('rss', facts, topic));
const atom = (facts?: Facts, topic?: string) => parseFeed(xmlOf('atom', facts, topic));
const json = (facts: Facts = {}, topic?: string) =>
  jsonFeed.parse(JSON.parse(feed(aPublication(facts), 'json', topic) ?? ''));

describe.each([
  ['RSS', rss, { type: 'rss', version: '2.0' }, 'feed.xml'],
  ['Atom', atom, { type: 'atom', version: '1.0' }, 'atom.xml'],
] as const)('The %s feed, as a feed reader reads it', (_name, read, meta, file) => {
  test('names the site, itself and the language', () => {
    expect(read()).toMatchObject({
      meta,
      title: 'The Example',
      description: 'News that is true of nowhere.',
      url: 'https://example.org/',
      self: `https://example.org/${file}`,
      language: 'en-GB',
    });
  });

  test('has an article with who wrote it, when, about what, and all of its text', () => {
    const article = anArticle({
      authors: [anAuthor(), anAuthor({ id: 'ben', name: 'Ben Cole' })],
      published,
      lead: '<p>See <a href="/about/">us</a> and <a href="#pier">the pier</a>.</p>',
    });
    const [item] = read({ articles: [article] }).items;

    expect(item).toMatchObject({
      id: 'https://example.org/articles/quiet-on-the-border/',
      url: 'https://example.org/articles/quiet-on-the-border/',
      title: 'Quiet on the border',
      description: 'Nothing has happened, and everybody is relieved.',
      published: new Date(published),
      authors: [{ name: 'Ada Reed' }, { name: 'Ben Cole' }],
    });
    expect(item?.categories.map(({ label, term }) => label ?? term)).toEqual(['Security']);
    expect(item?.content).toBe(
      '<p>See <a href="https://example.org/about/">us</a> and <a href="https://example.org/articles/quiet-on-the-border/#pier">the pier</a>.</p>',
    );
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    // Some feed readers treat a headline as HTML, and so does this one.
    const titles = textsOf(parseXml(xmlOf(meta.type, { articles: [anArticle({ title })] })), 'title');
    expect(titles.at(-1)?.trim()).toBe(left);
  });

  test('is well-formed whatever a headline, a standfirst, a name or a text has in it', () => {
    for (const [, text] of badTexts) {
      const article = anArticle({
        title: text,
        standfirst: text,
        lead: `<p>${text.replaceAll('<', '&lt;')}</p>`,
        authors: [anAuthor({ name: text })],
        topics: [aTopic({ name: text })],
      });
      const site = aSite({ name: text, tagline: text });
      parseXml(xmlOf(meta.type, { articles: [article], site }));
      parseXml(xmlOf(meta.type, { articles: [article], site }, 'security'));
    }
  });

  test('is there where nothing is published', () => {
    expect(read({ articles: [] }).items).toEqual([]);
  });
});

describe('Every feed', () => {
  const articles = Array.from({ length: 30 }, (_, index) =>
    anArticle({ slug: `a${index}`, topics: [aTopic(index % 2 ? { id: 'sea', name: 'Sea' } : {})] }),
  );

  test('has the newest twenty articles of the site, or of its topic', () => {
    for (const read of [rss, atom]) {
      expect(read({ articles }).items.map(({ url }) => url)).toEqual(
        articles.slice(0, 20).map(({ slug }) => `https://example.org/articles/${slug}/`),
      );
      expect(read({ articles }, 'sea').items).toHaveLength(15);
    }
    expect(json({ articles }).items).toHaveLength(20);
    expect(json({ articles }, 'sea').items.map(({ tags }) => tags)).toEqual(Array(15).fill(['Sea']));
  });

  test('of a topic names the topic, its page and itself', () => {
    const topics = [aTopic({ description: 'Guns & borders' })];
    const facts = { title: 'Security – The Example', description: 'Guns & borders' };
    const page = 'https://example.org/topics/security/';

    expect(rss({ topics }, 'security')).toMatchObject({ url: page, self: `${page}feed.xml`, title: facts.title });
    expect(atom({ topics }, 'security')).toMatchObject({ ...facts, url: page, self: `${page}atom.xml` });
    expect(json({ topics }, 'security')).toMatchObject({ ...facts, home_page_url: page, feed_url: `${page}feed.json` });
  });

  test('of a site without an article has an empty list', () => {
    expect(json({ articles: [] }).items).toEqual([]);
    expect(rss({ articles: [] }).items).toEqual([]);
    expect(atom({ articles: [] }).items).toEqual([]);
  });

  test('is not there for a topic that is not', () => {
    expect(feed(aPublication(), 'rss', 'sea')).toBeUndefined();
  });

  test('knows an article again after it has moved', () => {
    const articles = [anArticle({ slug: 'gale', aliases: ['storm', 'wind'] })];
    const moved = { id: 'https://example.org/articles/storm/', url: 'https://example.org/articles/gale/' };

    expect([rss({ articles }), atom({ articles }), json({ articles })].map(({ items: [item] }) => item)).toMatchObject([
      moved,
      moved,
      moved,
    ]);
    expect(parseXml(xmlOf('rss', { articles })).querySelector('guid')?.getAttribute('isPermaLink')).toBe('false');
  });
});

describe('An article that stands in feeds', () => {
  test('is made anew with another text, and with another address of the site', () => {
    const article = anArticle();
    const html = (facts: Facts) => json({ articles: [article], ...facts }).items[0]?.content_html;
    const lead = '<p>See <a href="/about/">us</a>.</p>';
    const other = { read: () => ({ ...article, lead }), madeFrom: () => 'another text' };

    expect(html({})).toBe('<p>It was quiet.</p>\n');
    expect(html(other)).toContain('https://example.org/about/');
    expect(html({ ...other, site: aSite({ url: 'https://example.com' }) })).toContain('https://example.com/about/');
  });
});

describe('When an article was updated', () => {
  test('is when it was published, as long as nothing new was told', () => {
    const articles = [anArticle({ published, versions: 3 })];
    expect(textsOf(parseXml(xmlOf('atom', { articles })), 'updated')).toEqual(
      Array(2).fill('2026-01-19T15:00:00.000Z'),
    );
    expect(json({ articles }).items[0]?.date_modified).toBe('2026-01-19T15:00:00.000Z');
  });

  test('is when it was last updated or corrected, for the whole feed as well', () => {
    const articles = [anArticle({ slug: 'new', published: published + 1000 }), anArticle({ published, updated })];
    expect(textsOf(parseXml(xmlOf('atom', { articles })), 'updated')).toEqual([
      '2026-01-20T15:00:00.000Z',
      '2026-01-19T15:00:01.000Z',
      '2026-01-20T15:00:00.000Z',
    ]);
    expect(textsOf(parseXml(xmlOf('rss', { articles })), 'lastBuildDate')).toEqual(['Tue, 20 Jan 2026 15:00:00 GMT']);
  });
});

describe('The RSS feed', () => {
  test('escapes a summary, which readers take for HTML', () => {
    const [, summary] = textsOf(
      parseXml(xmlOf('rss', { articles: [anArticle({ standfirst: 'A <b> & C' })] })),
      'description',
    );
    expect(summary?.trim()).toBe('A &lt;b&gt; &amp; C');
  });
});

describe('The JSON feed', () => {
  test('has the lead picture of an article', () => {
    const articles = [anArticle({ picture: aLeadPicture() })];
    expect(json({ articles }).items[0]?.image).toBe('https://example.org/pictures/storm/pier-1a2b3c4d-960.jpg');
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    expect(json({ articles: [anArticle({ title })] }).items[0]?.title).toBe(left);
  });
});
