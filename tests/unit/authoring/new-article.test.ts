import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newArticle } from '@/lib/authoring/new-article.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { ContentError } from '@/lib/model/problem.ts';
import { aContentFolder } from '../../support/content-folder.ts';

const now = Date.UTC(2026, 0, 20, 12, 34);
const bridge = { title: 'The bridge: "open" # again', slug: 'bridge' };
const site = (timeZone: string) => `---
name: The Example
tagline: News that is true of nowhere.
url: https://example.org
lang: en-GB
timeZone: ${timeZone}
publisher: { name: Example Publishing }
contact: desk@example.org
---
`;

describe('A new article', () => {
  test('loads as a draft with its headline, the first author and the first topic', () => {
    const content = aContentFolder({
      'authors/zoe.md': '---\nname: Zoe\n---\n',
      'topics/zoology.md': '---\nname: Zoology\n---\n',
    });

    const file = newArticle(content, bridge, now);

    expect(file).toBe(join(content, 'articles/bridge/index.md'));
    const made = loadWholeContent(content).articles.find(({ teaser }) => teaser.slug === 'bridge');
    expect(made?.teaser).toMatchObject({
      title: 'The bridge: "open" # again',
      draft: true,
      authors: [{ id: 'ada-reed' }],
      topics: [{ id: 'weather' }],
    });
    expect(readdirSync(join(content, 'articles'))).toEqual(['bridge', 'storm']);
  });

  test('says above each key what it is, in the words of the schema, and names the other keys', () => {
    const content = aContentFolder({ 'site.md': site('Asia/Baghdad') });

    expect(readFileSync(newArticle(content, { title: 'The bridge', slug: 'bridge' }, now), 'utf8')).toBe(`---
# The headline, 110 characters at most
title: The bridge
# One or two sentences under the headline that sum the article up
standfirst: Write one or two sentences that sum the article up.
# The ids of the authors
authors: [ada-reed]
# When the article is published, with UTC offset; in the future it is an embargo
published: 2026-01-20T16:00:00+03:00
# The ids of the topics, the main one first
topics: [weather]
# true while nobody else may see the article
draft: true
# Other keys: expires, dateline, kind, labels, partners, firstPublished, searchTitle, card, picture, keyPoints, unverified, timeline, sources, series, related, featured, pinnedUntil, aliases, retracted, change (docs/keys.md)
---

<!-- The lead: how the article begins -->
`);
  });

  test.each([
    ['Europe/London', now, '2026-01-20T13:00:00+00:00'],
    ['Asia/Kolkata', now, '2026-01-20T19:00:00+05:30'],
    ['Europe/London', Date.UTC(2026, 0, 20, 13), '2026-01-20T14:00:00+00:00'],
    // The clocks go forward in this hour.
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 0, 30), '2026-03-29T03:00:00+02:00'],
  ])('is to be published at the next full hour in %s', (timeZone, instant, expected) => {
    const content = aContentFolder({ 'site.md': site(timeZone) });

    expect(readFileSync(newArticle(content, bridge, instant), 'utf8')).toContain(`published: ${expected}\n`);
  });

  test('takes the author and the topic that are asked for', () => {
    const content = aContentFolder({
      'authors/zoe.md': '---\nname: Zoe\n---\n',
      'topics/zoology.md': '---\nname: Zoology\n---\n',
    });

    const text = readFileSync(newArticle(content, { ...bridge, author: 'zoe', topic: 'zoology' }, now), 'utf8');

    expect(text).toContain('authors: [zoe]');
    expect(text).toContain('topics: [zoology]');
  });

  test.each([
    ['author', { author: 'ada' }, 'There is no author "ada" in'],
    ['topic', { topic: 'whether' }, 'Did you mean "weather"?'],
  ])('is not made for an unknown %s', (_noun, wish, message) => {
    const content = aContentFolder();

    expect(() => newArticle(content, { ...bridge, ...wish }, now)).toThrow(message);
    expect(existsSync(join(content, 'articles/bridge'))).toBe(false);
  });

  test.each(['author', 'topic'])('asks for the first %s where there is none', (noun) => {
    const content = aContentFolder({ [`${noun}s`]: undefined, 'articles/storm': undefined });

    expect(() => newArticle(content, bridge, now)).toThrow(
      `There is no ${noun} yet. Create one: npm run new -- ${noun} "Name" --content ${content}. Then try again.`,
    );
  });

  test('can be the first one of a site', () => {
    const content = aContentFolder({ articles: undefined });

    newArticle(content, bridge, now);

    expect(loadWholeContent(content).articles).toHaveLength(1);
  });

  test('never takes the place of what exists, be it an empty folder', () => {
    const content = aContentFolder();
    mkdirSync(join(content, 'articles/bridge'));
    writeFileSync(join(content, 'articles/tower'), 'mine');

    expect(() => newArticle(content, bridge, now)).toThrow('already exists. Choose another address with --slug.');
    expect(() => newArticle(content, { title: 'A', slug: 'tower' }, now)).toThrow('already exists');
    expect(() => newArticle(content, { title: 'A', slug: 'storm' }, now)).toThrow('already exists');
    expect(readdirSync(join(content, 'articles/bridge'))).toEqual([]);
    expect(readFileSync(join(content, 'articles/tower'), 'utf8')).toBe('mine');
  });

  test('does not take the former address of another article', () => {
    const content = aContentFolder();
    const file = join(content, 'articles/storm/index.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('\ntitle:', '\naliases: [bridge]\ntitle:'));

    expect(() => newArticle(content, bridge, now)).toThrow('"bridge" is a former address of');
  });

  test('is not made where the site is at fault', () => {
    expect(() => newArticle(aContentFolder({ 'site.md': '---\nname: X\n---\n' }), bridge, now)).toThrow(ContentError);
  });
});
