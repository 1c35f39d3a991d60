import { describe, expect, test } from 'vitest';
import { all, builtSite } from '../support/built-site.ts';

const { bytes, pages } = builtSite('features');
const article = pages.find(({ route }) => route === '/articles/longest-headline/');
if (!article) throw new Error('The labelled article is missing.');

describe('An article that says what it is', () => {
  test('has labels, its series and its authors in the page', () => {
    const texts = (selector: string) => all(article.document, selector).map(({ textContent }) => textContent?.trim());
    expect(texts('.article-head .label')).toEqual([
      'Tests · Opinion · Sponsored by Example Bank · Part 2 of Bridges & banks',
    ]);
    expect(texts('.warning')).toEqual(['Content warning: A long word that goes on and on.']);
    expect(texts('.about-author p:first-child')).toEqual(['Cleo Example · Formerly: Correspondent']);
    expect(texts('.parts p')).toEqual(['Bridges & banks', 'Previous part: An article with pictures']);
  });
});

describe('The page at a former path', () => {
  test.each([
    ['2019/03/old bridge.html', '/articles/old-bridge/#last'],
    ['plain.php/index.html', '/articles/plain/'],
    ['أرشيف/جسر/index.html', '/series/bridges/'],
    ['elsewhere/index.html', 'https://example.com/one?two=3'],
  ])('leads on, and search engines pass over it: %s', (file, to) => {
    const html = bytes(file).toString();
    expect(html).toContain(`content="0; url=${to}"`);
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain(`<a href="${to}">`);
  });
});
