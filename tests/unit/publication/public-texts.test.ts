import { expect, test } from 'vitest';
import { goneFrom } from '@/lib/publication/public-texts.ts';

const text = { versions: ['v1'], pictures: { 'storm/pier-1a2b': 'a' } };

test('An article of another language that has moved is not gone', () => {
  const earlier = { storm: text, 'ar/storm': text };
  const redirects = { '/ar/articles/storm/': '/ar/articles/gale/' };

  expect(goneFrom(earlier, { texts: { storm: text, 'ar/gale': text }, redirects })).toEqual([]);
  expect(goneFrom(earlier, { texts: { gale: text, 'ar/storm': text }, redirects: {} })).toEqual([
    { slug: 'storm', what: 'article' },
  ]);
  expect(goneFrom(earlier, { texts: { storm: text, gale: text }, redirects })).toEqual([
    { slug: 'ar/storm', what: 'article' },
  ]);
});
