import { describe, expect, test } from 'vitest';
import { robots } from '@/lib/formats/robots.ts';

describe('robots.txt', () => {
  test('lets every robot read everything, and names both sitemaps with the path of the site', () => {
    expect(robots({ url: 'https://example.org/news', languages: ['en-GB'], rights: undefined })).toBe(
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

  test('names the sitemaps of every language', () => {
    expect(robots({ url: 'https://example.org', languages: ['en-GB', 'ar'], rights: undefined })).toContain(
      'Sitemap: https://example.org/ar/sitemap.xml\nSitemap: https://example.org/ar/news-sitemap.xml\n',
    );
  });

  test('names the terms of use for machines where the publication has some', () => {
    const rights = { holder: undefined, licence: undefined, ai: 'deny' } as const;
    expect(robots({ url: 'https://example.org/news', languages: ['en-GB'], rights })).toMatch(
      /^License: https:\/\/example\.org\/news\/license\.xml\n\nUser-agent/,
    );
  });
});
