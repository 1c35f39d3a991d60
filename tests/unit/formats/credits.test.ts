import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { portableArticleHtml } from '@/lib/formats/article-html.ts';
import { feed } from '@/lib/formats/feeds.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import { defaultPalette, inMode } from '@/lib/model/look/colors.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { newsOf } from '@/lib/publication/news.ts';
import { indexedPages } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { articleShareImage } from '@/lib/share-images/article-share-image.ts';
import { shareImagePng } from '@/lib/share-images/share-image-png.ts';
import { aPng } from '../../support/a-png.ts';
import { anArticle, aPublication, aSite } from '../../support/an-article.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const index = 'articles/storm/index.md';
const keys = `partners: [{ name: Sea Institute, url: https://sea.example/ }, { name: Tide Radio }]
firstPublished: { by: Coast Weekly, url: https://coast.example/storm }
searchTitle: Storm damage at the pier
card: { image: own.png, alt: A wave }`;
const wave = aPng({ width: 400, height: 100, colour: [9, 50, 50] });

function published() {
  const dir = aContentFolder({ [index]: anIndex({ keys }), 'articles/storm/own.png': wave });
  const { content } = loadContent(dir);
  if (!content) throw new Error(problemLines(dir).join('\n'));
  const publication = publish(content, someday);
  const article = publication.read('storm');
  if (!article) throw new Error('There is no storm.');
  return { publication, article, setting: settingOf(publication.site) };
}

describe('An article that others have a part in', () => {
  test('names them in feeds, to search engines and to other newsrooms', () => {
    const { publication, article, setting } = published();
    expect(portableArticleHtml(article, setting)).toMatch(
      /^<p>In partnership with Sea Institute and Tide Radio<\/p><p><a href="https:\/\/coast\.example\/storm">First published by Coast Weekly<\/a><\/p>/,
    );
    expect(articleData(article, publication.site, createUrls(publication.site.url))).toMatchObject({
      '@graph': [
        {
          contributor: [{ name: 'Sea Institute', url: 'https://sea.example/' }, { name: 'Tide Radio' }],
          isBasedOn: 'https://coast.example/storm',
          sourceOrganization: { name: 'Coast Weekly' },
        },
        {},
      ],
    });
    expect(JSON.parse(ninjs(article, setting)).infoSources.slice(2)).toEqual([
      { name: 'Sea Institute', role: 'partner', uri: 'https://sea.example/' },
      { name: 'Tide Radio', role: 'partner' },
      { name: 'Coast Weekly', role: 'originator', uri: 'https://coast.example/storm' },
    ]);
  });

  test('is in no sitemap if they published it first', () => {
    const { publication } = published();
    expect(indexedPages(publication).map(({ route }) => route)).not.toContain('/articles/storm/');
    const firstPublished = { by: 'Coast Weekly', url: 'https://coast.example/storm' };
    const articles = [anArticle({ slug: 'a', firstPublished }), anArticle({ slug: 'b' })];
    expect(newsOf(articles, (articles[0]?.published ?? 0) + 1).map(({ slug }) => slug)).toEqual(['b']);
  });

  test.each([
    ['partners: [{ name: Sea Institute }]', 'partners'],
    ['firstPublished: { by: Coast Weekly, url: https://coast.example/storm }', 'first published'],
  ])('is not that of its record if that is new: %s', (added, part) => {
    const content = aContentFolder({ [index]: anIndex() });
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'First.' }, Date.UTC(2026, 0, 20)).write();
    expect(problemLines(content)).toEqual([]);
    writeFileSync(join(content, index), anIndex({ keys: added }));
    const [line] = problemLines(content);
    expect(line).toMatch(/ {2}error {2}unrecorded {2}/);
    expect(line).toContain(`version 1 differs in ${part}.`);
    expect(line?.startsWith(`content/${index}:7:`)).toBe(true);
  });

  test.each([
    ['firstPublished: { by: Coast Weekly }', 'firstPublished.url is missing'],
    ['firstPublished: { by: Coast Weekly, url: coast.example }', 'firstPublished.url'],
    [`searchTitle: ${'long '.repeat(15)}`, 'the limit is 70'],
    ['card: { image: on.png, alt: A wave }', 'There is no picture "on.png" beside this text.'],
    ['card: { image: own.png }', 'card.alt is missing'],
    ['partners: []', 'partners'],
  ])('is told of where that is wrong: %s', (wrong, told) => {
    const dir = aContentFolder({ [index]: anIndex({ keys: wrong }), 'articles/storm/own.png': wave });
    const errors = problemLines(dir).filter((line) => line.includes('  error  '));
    expect(errors).toEqual([expect.stringContaining(told)]);
  });
});

describe('A picture for sharing of one’s own', () => {
  test('fills the card', async () => {
    const { article, publication } = published();
    const card = articleShareImage(article, publication.site);
    expect(card).toEqual({
      name: '',
      kicker: undefined,
      text: '',
      dir: 'ltr',
      colors: inMode(defaultPalette, 'light'),
      logo: undefined,
      beside: { image: article.card?.image.name, fills: true },
    });
    const { width, height, format } = await sharp(await shareImagePng(card, Buffer.from(wave))).metadata();
    expect([width, height, format]).toEqual([1200, 675, 'png']);
    const { dominant } = await sharp(await shareImagePng(card, Buffer.from(wave))).stats();
    expect(dominant.b).toBeGreaterThan(dominant.r);
  });

  test('is no longer used once the article is retracted, and neither is the title for search engines', () => {
    const retracted = 'retracted: { when: 2026-02-01T00:00:00Z, reason: It was wrong. }';
    const dir = aContentFolder({ [index]: anIndex({ keys: `${keys}\n${retracted}` }), 'articles/storm/own.png': wave });
    const { content } = loadContent(dir);
    const article = content && publish(content, someday).read('storm');
    const { title, card, searchTitle } = article ?? {};
    expect([title, card, searchTitle]).toEqual(['Retracted: The storm passes', undefined, undefined]);
  });
});

describe('Feeds of summaries', () => {
  const publication = (feeds: 'full' | 'summary') =>
    aPublication({ site: aSite({ feeds }), articles: [anArticle({ lead: '<p>The whole text.</p>' })] });

  test.each(['rss', 'atom', 'json'] as const)('have no text in %s, and full ones have', (form) => {
    expect(feed(publication('full'), form)).toContain('The whole text.');
    const summary = feed(publication('summary'), form) ?? '';
    expect(summary).not.toContain('The whole text.');
    expect(summary).toContain('Nothing has happened, and everybody is relieved.');
  });

  test('have a summary as the content that JSON Feed asks for', () => {
    const [item] = JSON.parse(feed(publication('summary'), 'json') ?? '').items;
    expect([item.content_text, item.content_html]).toEqual([item.summary, undefined]);
  });

  test('are asked for in site.md', () => {
    const site = (key: string) => {
      const dir = aContentFolder();
      const file = join(dir, 'site.md');
      writeFileSync(file, readFileSync(file, 'utf8').replace('---\n', `---\n${key}\n`));
      return { feeds: loadContent(dir).content?.site.feeds, problems: problemLines(dir) };
    };
    expect(site('# none').feeds).toBe('full');
    expect(site('feeds: summary').feeds).toBe('summary');
    expect(site('feeds: sumary').problems).toEqual([expect.stringContaining('Did you mean "summary"?')]);
  });
});
