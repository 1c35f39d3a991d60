import { globSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { memoryStore } from '@/lib/content/article-store.ts';
import { readContent } from '@/lib/content/load-content.ts';
import { packed, unpacked } from '@/lib/press/cache/packed-article.ts';
import { reviewTexts } from '@/lib/review/review-texts.ts';

describe('A packed article', () => {
  test('says the same when it is unpacked, with all its problems and references', () => {
    const dirs = ['content', ...globSync('tests/fixtures/problems/*/content')];
    const articles = dirs.flatMap((dir) =>
      readContent(dir, memoryStore(), reviewTexts).articles.map(({ parsed }) => parsed),
    );
    for (const key of ['references', 'problems', 'reviewed', 'links'] as const) {
      expect(articles.flatMap((article): unknown[] => article[key]).length).toBeGreaterThan(10);
    }
    for (const article of articles) {
      expect(unpacked(packed(article))).toEqual(JSON.parse(JSON.stringify(article)));
      // In the same order: the digest of an article is one of its text.
      expect(JSON.stringify(unpacked(packed(article)))).toBe(JSON.stringify(article));
    }
  });
});
