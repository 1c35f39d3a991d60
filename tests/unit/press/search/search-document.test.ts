import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { searchDocument } from '@/lib/press/search/search-document.ts';
import { aSetting } from '../../../support/a-setting.ts';
import { anArticle, aTopic } from '../../../support/an-article.ts';
import { all } from '../../../support/built-site.ts';

const { dateStyle, words } = aSetting();

function marksOf(article = anArticle(), style = dateStyle): [string, string][] {
  const { document } = new JSDOM(searchDocument(article, '<p>Text</p>', style, words)).window;
  return all(document, 'meta').map((meta) => {
    const [kind = '', name = ''] = ['meta', 'filter'].flatMap((one) => {
      const value = meta.getAttribute(`data-pagefind-${one}`);
      return value === null ? [] : [one, value.replace('[content]', '')];
    });
    return [`${kind} ${name}`, meta.getAttribute('content') ?? ''];
  });
}

describe('An article as the index takes it in', () => {
  const article = anArticle({
    title: 'Quiet & “calm” on the "border"',
    kind: 'analysis',
    topics: [aTopic({ id: 'sea', name: 'The sea' }), aTopic({ id: 'sky', name: 'The sky' })],
    published: Date.parse('2025-12-31T22:30:00Z'),
  });

  test('says what a result shows of it, and what it can be filtered by, in the zone of the publication', () => {
    expect(marksOf(article)).toEqual([
      ['meta title', 'Quiet & “calm” on the "border"'],
      ['meta topic', 'The sea'],
      ['meta kind', 'Analysis'],
      ['meta day', '1 January 2026'],
      ['meta date', '2026-01-01'],
      ['filter topic', 'sea'],
      ['filter topic', 'sky'],
      ['filter year', '2026'],
    ]);
  });

  test('is of the year that it has where the publication is', () => {
    expect(marksOf(article, { ...dateStyle, timeZone: 'Europe/London' })).toContainEqual(['filter year', '2025']);
  });

  test('does not name the kind of a report, which is the usual one', () => {
    expect(marksOf(anArticle({ kind: 'report' }))).toContainEqual(['meta kind', '']);
  });

  test('has its text and says its language', () => {
    const { document } = new JSDOM(searchDocument(article, '<p>Text</p>', dateStyle, words)).window;
    expect(document.documentElement.lang).toBe('en-GB');
    expect(document.body.innerHTML).toBe('<p>Text</p>');
  });
});
