import { describe, expect, test } from 'vitest';
import { articlesBy, articlesOn, findAtSlug } from '@/lib/publication/find.ts';
import { anArticle, anAuthor, aPublication, aTakenDown, aTopic } from '../../support/an-article.ts';

const storm = anArticle({ slug: 'storm', authors: [anAuthor({ id: 'ada' })], topics: [aTopic({ id: 'sky' })] });
const flood = anArticle({
  slug: 'flood',
  authors: [anAuthor({ id: 'ben' }), anAuthor({ id: 'ada' })],
  topics: [aTopic({ id: 'sea' }), aTopic({ id: 'sky' })],
});
const publication = aPublication({
  articles: [storm, flood],
  moved: [{ from: 'gale', to: storm }],
  expired: [aTakenDown({ slug: 'drought' })],
});

describe('At an address of articles readers find', () => {
  test.each([
    ['storm', { kind: 'article', article: storm }],
    ['gale', { kind: 'moved', to: storm }],
    ['drought', { kind: 'expired', article: aTakenDown({ slug: 'drought' }) }],
    ['nothing', undefined],
  ])('%s', (slug, expected) => {
    expect(findAtSlug(publication, slug)).toEqual(expected);
  });
});

describe('Articles', () => {
  test('on a topic are those with it among their topics, in the order of the publication', () => {
    expect(articlesOn(publication, 'sky')).toEqual([storm, flood]);
    expect(articlesOn(publication, 'sea')).toEqual([flood]);
    expect(articlesOn(publication, 'land')).toEqual([]);
  });

  test('by an author are those with her among their authors', () => {
    expect(articlesBy(publication, 'ada')).toEqual([storm, flood]);
    expect(articlesBy(publication, 'ben')).toEqual([flood]);
    expect(articlesBy(publication, 'eve')).toEqual([]);
  });
});
