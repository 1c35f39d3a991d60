import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/model/model.ts';
import { briefDigest, listedDigest } from '@/lib/publication/teaser-digest.ts';
import { aLeadPicture, aMapPicture, anArticle, anAuthor, aPlace, aPortrait, aTopic } from '../../support/an-article.ts';

const shown: [string, Partial<Article>][] = [
  ['slug', { slug: 'other' }],
  ['headline', { title: 'Other' }],
  ['kind', { kind: 'opinion' }],
  ['instant', { published: 0 }],
  ['picture file', { picture: aLeadPicture() }],
  ['main topic', { topics: [aTopic({ name: 'Other' })] }],
];
const notShown: [string, Partial<Article>][] = [
  ['authors', { authors: [anAuthor({ id: 'ben', name: 'Ben' })] }],
  ['further topics', { topics: [aTopic(), aTopic({ id: 'sea', name: 'Sea' })] }],
  ['former slugs', { aliases: ['before'] }],
  ['text', { lead: '<p>Other.</p>' }],
];

describe.each([
  ['in a list', listedDigest],
  ['at the end of another', briefDigest],
])('What is shown of an article %s', (_where, digest) => {
  test.each(shown)('is another with another %s', (_what, change) => {
    expect(digest(anArticle(change))).not.toBe(digest(anArticle()));
  });

  test.each(notShown)('is the same with other %s', (_what, change) => {
    expect(digest(anArticle(change))).toBe(digest(anArticle()));
  });
});

describe('The standfirst of an article', () => {
  const other = anArticle({ standfirst: 'Other.' });

  test('is shown in lists, and not at the end of another', () => {
    expect(listedDigest(other)).not.toBe(listedDigest(anArticle()));
    expect(briefDigest(other)).toBe(briefDigest(anArticle()));
  });
});

describe('Who wrote an opinion', () => {
  const by = (name: string, picture = aPortrait()) =>
    anArticle({ kind: 'opinion', authors: [anAuthor({ name, picture })] });
  const face = aPortrait();
  const changed = { ...face, image: { ...face.image, name: 'authors/ada-reed-5e6f7a8b' } };

  test('is shown in lists if there is a portrait: another name and another picture are seen', () => {
    expect(listedDigest(by('Ben'))).not.toBe(listedDigest(by('Ada')));
    expect(listedDigest(by('Ada', changed))).not.toBe(listedDigest(by('Ada')));
  });

  test('is not shown at the end of another', () => {
    expect(briefDigest(by('Ben', changed))).toBe(briefDigest(by('Ada')));
  });
});

describe('The picture of an article', () => {
  const withPicture = anArticle({ picture: aLeadPicture() });
  const reworded = anArticle({ picture: aLeadPicture({ alt: 'Other' }) });
  const withMap = anArticle({ picture: aMapPicture() });

  test('has its alternative text in lists, where it may lead, and not at the end of another', () => {
    expect(listedDigest(reworded)).not.toBe(listedDigest(withPicture));
    expect(briefDigest(reworded)).toBe(briefDigest(withPicture));
  });

  test.each([
    ['places', { places: [aPlace({ position: { latitude: 1, longitude: 2 } })] }],
    ['name of a place', { places: [aPlace({ name: 'Other' })] }],
    ['border', { emphasise: ['Iraq', 'Syria'] }],
  ] satisfies [string, Parameters<typeof aMapPicture>[0]][])(
    'is drawn in lists as a map, another with another %s, and not at the end of another',
    (_what, change) => {
      const other = anArticle({ picture: aMapPicture(change) });
      expect(listedDigest(other)).not.toBe(listedDigest(withMap));
      expect(briefDigest(other)).toBe(briefDigest(withMap));
    },
  );

  test.each([
    ['credit', { credit: 'Other' }],
    ['caption', { caption: 'Other' }],
  ])('is shown in lists without its %s', (_what, change) => {
    expect(listedDigest(anArticle({ picture: aLeadPicture(change) }))).toBe(listedDigest(withPicture));
  });
});
