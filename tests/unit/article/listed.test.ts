import { describe, expect, test } from 'vitest';
import { briefDigest, listedDigest } from '@/lib/article/listed.ts';
import type { Article } from '@/lib/content/model.ts';
import { anArticle, anAuthor, aTopic } from '../../support/an-article.ts';

const shown: [string, Partial<Article>][] = [
  ['slug', { slug: 'other' }],
  ['headline', { title: 'Other' }],
  ['kind', { kind: 'opinion' }],
  ['instant', { published: 0 }],
  ['main topic', { topics: [aTopic({ name: 'Other' })] }],
];
const notShown: [string, Partial<Article>][] = [
  ['authors', { authors: [anAuthor({ id: 'ben', name: 'Ben' })] }],
  ['further topics', { topics: [aTopic(), aTopic({ id: 'sea', name: 'Sea' })] }],
  ['former slugs', { aliases: ['before'] }],
  ['text', { lead: '<p>Other.</p>' }],
];

describe.each([
  ['in a list', listedDigest],
  ['at the end of another', briefDigest],
])('What is shown of an article %s', (_where, digest) => {
  test.each(shown)('is another with another %s', (_what, change) => {
    expect(digest(anArticle(change))).not.toBe(digest(anArticle()));
  });

  test.each(notShown)('is the same with other %s', (_what, change) => {
    expect(digest(anArticle(change))).toBe(digest(anArticle()));
  });
});

describe('The standfirst of an article', () => {
  const other = anArticle({ standfirst: 'Other.' });

  test('is shown in lists, and not at the end of another', () => {
    expect(listedDigest(other)).not.toBe(listedDigest(anArticle()));
    expect(briefDigest(other)).toBe(briefDigest(anArticle()));
  });
});
