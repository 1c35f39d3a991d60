import { describe, expect, test } from 'vitest';
import { robots } from '@/lib/formats/robots.ts';

describe('robots.txt', () => {
  test('lets every robot read everything, and names both sitemaps with the path of the site', () => {
    expect(robots({ url: 'https://example.org/news' })).toBe(
      [
        'User-agent: *',
        'Allow: /',
        '',
        'Sitemap: https://example.org/news/sitemap.xml',
        'Sitemap: https://example.org/news/news-sitemap.xml',
        '',
      ].join('\n'),
    );
  });
});
