import { describe, expect, test } from 'vitest';
import { llms } from '@/lib/formats/llms.ts';
import { anArticle, aPublication, aTopic } from '../../support/an-article.ts';
import { badTexts } from '../../support/bad-texts.ts';

describe('llms.txt', () => {
  test('has the name, the tagline, and lists of links to articles as Markdown, to topics and to the rest', () => {
    expect(llms(aPublication({ topics: [aTopic({ description: 'Guns and borders.' })] }))).toBe(
      [
        '# The Example',
        '',
        '> News that is true of nowhere.',
        '',
        '## Latest articles',
        '',
        '- [Quiet on the border](https://example.org/articles/quiet-on-the-border/index.md): Nothing has happened, and everybody is relieved.',
        '',
        '## Topics',
        '',
        '- [Security](https://example.org/topics/security/feed.json): Guns and borders.',
        '',
        '## Optional',
        '',
        '- [About](https://example.org/about/)',
        '- [feed.json](https://example.org/feed.json): Latest articles',
        '- [sitemap.xml](https://example.org/sitemap.xml): Articles',
        '',
      ].join('\n'),
    );
  });

  test('names a hundred articles at most, the newest', () => {
    const articles = Array.from({ length: 101 }, (_, index) => anArticle({ slug: `a${index}` }));
    const links = llms(aPublication({ articles })).match(/articles\/a\d+\/index\.md/g);
    expect(links).toHaveLength(100);
    expect(links?.[0]).toBe('articles/a0/index.md');
  });

  test('has a standfirst of several lines on one', () => {
    const articles = [anArticle({ standfirst: 'One.\n\n# Two.' })];
    expect(llms(aPublication({ articles }))).toContain('/index.md): One. # Two.\n');
  });

  test('has no list of articles where there are none', () => {
    expect(llms(aPublication({ articles: [] }))).not.toContain('## Latest articles');
  });

  test.each(badTexts)('keeps an article with %s in its headline on a line of its own', (_what, title) => {
    const lines = llms(aPublication({ articles: [anArticle({ title, standfirst: title })] })).split('\n');
    expect(lines.filter((line) => line.startsWith('- ['))).toHaveLength(5);
    expect(lines.filter((line) => line.startsWith('#'))).toHaveLength(4);
  });
});
