import { describe, expect, test } from 'vitest';
import { robots } from '@/lib/formats/robots.ts';

describe('robots.txt', () => {
  test('lets every robot read everything, and names both sitemaps with the path of the site', () => {
    expect(robots({ url: 'https://example.org/news', rights: undefined })).toBe(
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

  test('names the terms of use for machines where the publication has some', () => {
    const rights = { holder: undefined, licence: undefined, ai: 'deny' } as const;
    expect(robots({ url: 'https://example.org/news', rights })).toMatch(
      /^License: https:\/\/example\.org\/news\/license\.xml\n\nUser-agent/,
    );
  });
});
