import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';

const { content, problems } = loadContent('content');
const article = content?.articles.find(({ teaser }) => teaser.slug === 'iraq-syria-border')?.read();

describe('The content of this project', () => {
  test('has no problems', () => {
    expect(problems).toEqual([]);
  });

  test('keeps the ids of its sections, which readers may have linked to', () => {
    expect(article?.sections.map(({ id }) => id)).toEqual([
      'border-security',
      'sadrs-warning',
      'coalition-withdrawal',
      'northeast-syria',
    ]);
  });

  test('cites every source that it lists', () => {
    expect(article?.notes.filter(({ mentions }) => mentions === 0)).toEqual([]);
    expect(article?.notes.length).toBeGreaterThan(0);
  });
});
