import { describe, expect, test } from 'vitest';
import { newsSitemap } from '@/lib/formats/news-sitemap.ts';
import { anArticle, aPublication, aSite } from '../../support/an-article.ts';
import { badTexts } from '../../support/bad-texts.ts';
import { parseXml, textsOf } from '../../support/parse-xml.ts';

const now = Date.parse('2026-01-20T12:00:00Z');
const hour = 3_600_000;

const read = (...args: Parameters<typeof aPublication>) => parseXml(newsSitemap(aPublication({ now, ...args[0] })));

describe('The news sitemap', () => {
  test('has the articles of the last two days', () => {
    const articles = [0, 47, 48, 500].map((age) => anArticle({ slug: `aged-${age}`, published: now - age * hour }));

    expect(textsOf(read({ articles }), 'loc')).toEqual([
      'https://example.org/articles/aged-0/',
      'https://example.org/articles/aged-47/',
    ]);
  });

  test('tells the publication with its language, when an article was published, and its headline', () => {
    const document = read({ articles: [anArticle({ title: 'Storm & rain', published: now - hour })] });

    expect(
      ['news:name', 'news:language', 'news:publication_date', 'news:title'].map((name) => textsOf(document, name)),
    ).toEqual([['The Example'], ['en'], ['2026-01-20T11:00:00.000Z'], ['Storm & rain']]);
  });

  test('names a thousand articles at most, the newest', () => {
    const articles = Array.from({ length: 1001 }, (_, index) =>
      anArticle({ slug: `a${index}`, published: now - index }),
    );

    const addresses = textsOf(read({ articles }), 'loc');

    expect(addresses).toHaveLength(1000);
    expect(addresses[0]).toBe('https://example.org/articles/a0/');
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    expect(textsOf(read({ articles: [anArticle({ title, published: now })] }), 'news:title')).toEqual([left]);
  });

  test('is there without articles too', () => {
    expect(textsOf(read({ articles: [] }), 'url')).toEqual([]);
  });

  test.each([
    ['en-GB', 'en'],
    ['ar', 'ar'],
    ['zh', 'zh-cn'],
    ['zh-TW', 'zh-tw'],
    ['zh-Hant', 'zh-tw'],
  ])('calls the language %s as Google does: %s', (lang, name) => {
    const articles = [anArticle({ published: now })];
    expect(textsOf(read({ articles, site: aSite({ lang }) }), 'news:language')).toEqual([name]);
  });
});
