import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';

/** The line of `site.md` that identifies the publication that comes with the code. */
const address = /^url: https:\/\/standfirst\.example\/?$/m;

/** Whether that publication is in `content/`, rather than one that replaced it. */
const isShipped = existsSync('content/site.md') && address.test(readFileSync('content/site.md', 'utf8'));

describe.skipIf(!isShipped)('The shipped publication, Standfirst,', () => {
  const { content, problems } = isShipped ? loadContent('content') : { content: undefined, problems: [] };
  const article = content?.articles.find(({ teaser }) => teaser.slug === 'iraq-syria-border')?.read();

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
