import { describe, expect, test } from 'vitest';
import { contentTypeOf } from '@/lib/formats/content-types.ts';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';

describe('The media type of a file', () => {
  test.each([
    ['/feed.xml', 'application/rss+xml; charset=utf-8'],
    ['/topics/sea/atom.xml', 'application/atom+xml; charset=utf-8'],
    ['/topics/sea/feed.json', 'application/feed+json; charset=utf-8'],
    ['/sitemaps/1.xml', 'application/xml; charset=utf-8'],
    ['/articles/storm/article.json', 'application/json; charset=utf-8'],
    ['/articles/storm/index.md', 'text/markdown; charset=utf-8'],
    ['/robots.txt', 'text/plain; charset=utf-8'],
  ])('%s is %s, to plain Next as to the server of the finished site', (path, type) => {
    expect(contentTypeOf(path)).toBe(type);
    expect(mediaTypeOf(path)).toBe(type);
  });

  test('is left to others where the file is none for machines', () => {
    expect(contentTypeOf('/index.html')).toBeUndefined();
  });
});
