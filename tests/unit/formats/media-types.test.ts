import { expect, test } from 'vitest';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';

test.each([
  ['/feed.xml', 'application/rss+xml; charset=utf-8'],
  ['/topics/sea/atom.xml', 'application/atom+xml; charset=utf-8'],
  ['/topics/sea/feed.json', 'application/feed+json; charset=utf-8'],
  ['/sitemaps/1.xml', 'application/xml; charset=utf-8'],
  ['/articles/storm/article.json', 'application/json; charset=utf-8'],
  ['/articles/storm/index.md', 'text/markdown; charset=utf-8'],
  ['/robots.txt', 'text/plain; charset=utf-8'],
  ['/index.html', 'text/html; charset=utf-8'],
  ['/search/runtime/constructor', 'application/octet-stream'],
])('The media type of %s is %s', (path, type) => {
  expect(mediaTypeOf(path)).toBe(type);
});
