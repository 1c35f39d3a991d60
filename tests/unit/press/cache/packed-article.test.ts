import { describe, expect, test } from 'vitest';
import { memoryStore } from '@/lib/content/article-store.ts';
import { readContent } from '@/lib/content/load-content.ts';
import { packed, unpacked } from '@/lib/press/cache/packed-article.ts';
import { reviewTexts } from '@/lib/review/review-texts.ts';

describe('A packed article', () => {
  test.each(['content', 'tests/fixtures/problems', 'tests/fixtures/broken'])(
    'says the same when it is unpacked: those of %s',
    (dir) => {
      const articles = readContent(dir, memoryStore(), reviewTexts).articles.map(({ parsed }) => parsed);
      expect(articles.flatMap(({ references }) => references).length).toBeGreaterThan(0);
      for (const article of articles) {
        const text = packed(article);
        expect(unpacked(text)).toEqual(JSON.parse(JSON.stringify(article)));
      }
    },
  );
});
