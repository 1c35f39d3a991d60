import { describe, expect, test } from 'vitest';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';
import { isImmutable, isOfSearchRuntime, resourcePolicy } from '@/lib/serve/headers.ts';

describe('The media type of', () => {
  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['feed.xml', 'application/rss+xml; charset=utf-8'],
    ['topics/iraq/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['feed.json', 'application/feed+json; charset=utf-8'],
    ['sitemap.xml', 'application/xml; charset=utf-8'],
    ['articles/one/article.json', 'application/json; charset=utf-8'],
    ['articles/one/index.md', 'text/markdown; charset=utf-8'],
    ['robots.txt', 'text/plain; charset=utf-8'],
    ['site.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['icon.svg', 'image/svg+xml; charset=utf-8'],
    ['card.png', 'image/png'],
    ['pictures/a/b-480.jpg', 'image/jpeg'],
    ['pictures/a/b-480.avif', 'image/avif'],
    ['favicon.ico', 'image/x-icon'],
    ['search/2026-0a/pagefind.js', 'text/javascript; charset=utf-8'],
    ['search/2026-0a/wasm.en.pagefind', 'application/octet-stream'],
    ['search/2026-0a/index/en_1.pf_index', 'application/octet-stream'],
    ['search/2026-0a/search.wasm', 'application/wasm'],
    ['CNAME', 'application/octet-stream'],
    ['constructor', 'application/octet-stream'],
  ])('%s is %s', (path, type) => {
    expect(mediaTypeOf(path)).toBe(type);
  });
});

describe('A file may be kept for ever', () => {
  test.each([
    'pictures/storm/pier-1a2b3c4d-480.avif',
    'search/2026-0a1b2c3d4e5f6071/pagefind-entry.json',
    'search/2026abba-0a1b2c3d4e5f6071/index/en_1.pf_index',
    'search/runtime-0a1b2c3d4e5f6071/pagefind.js',
    'ar/search/runtime-0a1b2c3d4e5f6071/pagefind.js',
    'zh-hant/search/2026-0a1b2c3d4e5f6071/pagefind-entry.json',
  ])('where its name changes with it: %s', (path) => {
    expect(isImmutable(path)).toBe(true);
  });

  test.each(['index.html', 'articles/pictures/index.html', 'search/index.html', 'search/2026/index.html', 'icon.svg'])(
    'but not %s',
    (path) => {
      expect(isImmutable(path)).toBe(false);
    },
  );
});

test('The program of the search is known in each language', () => {
  const files = ['search/runtime-0a1b/pagefind.js', 'ar/search/runtime-0a1b/pagefind.js', 'ar/search/2026-0a1b/x.js'];
  expect(files.map(isOfSearchRuntime)).toEqual([true, true, false]);
});

describe('A file may be loaded', () => {
  test.each(['icon.svg', 'feed.xml', 'articles/one/index.md', 'a/card.png'])('by any site: %s', (path) => {
    expect(resourcePolicy(path)).toBe('cross-origin');
  });

  test.each(['index.html', 'search/2026-0a/pagefind.js', '404.html', 'xml'])('by its own alone: %s', (path) => {
    expect(resourcePolicy(path)).toBe('same-origin');
  });
});
