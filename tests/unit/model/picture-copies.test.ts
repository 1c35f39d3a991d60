import { describe, expect, test } from 'vitest';
import { copiesOf, widthsOf } from '@/lib/model/picture-copies.ts';
import { createUrls } from '@/lib/model/urls.ts';

describe('The widths in which a picture is made', () => {
  test.each([
    [4000, [480, 960, 1440]],
    [1441, [480, 960, 1440]],
    [1440, [480, 960, 1440]],
    [1200, [480, 960, 1200]],
    [960, [480, 960]],
    [700, [480, 700]],
    [480, [480]],
    [300, [300]],
    [1, [1]],
  ])('of %i pixels are %j: it is never enlarged', (width, widths) => {
    expect(widthsOf({ name: 'storm/pier-1a2b3c4d', width, height: 600 })).toEqual(widths);
  });
});

describe('The copies of a picture', () => {
  test('are every width in both formats, each with an address of its own', () => {
    const urls = createUrls('https://example.org/news');

    expect(copiesOf({ name: 'storm/pier-1a2b3c4d', width: 700, height: 500 }).map(urls.picture)).toEqual([
      '/news/pictures/storm/pier-1a2b3c4d-480.avif',
      '/news/pictures/storm/pier-1a2b3c4d-700.avif',
      '/news/pictures/storm/pier-1a2b3c4d-480.jpg',
      '/news/pictures/storm/pier-1a2b3c4d-700.jpg',
    ]);
  });
});
