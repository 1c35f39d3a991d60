import { describe, expect, test } from 'vitest';
import { articleData } from '@/lib/formats/article-data.ts';
import { createUrls } from '@/lib/model/urls.ts';
import {
  aLeadPicture,
  aMapPicture,
  anArticle,
  anAuthor,
  anEntry,
  aPlace,
  aSection,
  aSite,
  aSource,
  aTopic,
} from '../../support/an-article.ts';

const address = 'https://example.org/articles/quiet-on-the-border/';

/** The data of an article and of its breadcrumbs. */
function dataOf(overrides: Parameters<typeof anArticle>[0] = {}, site = aSite()) {
  const data: { '@graph': readonly object[] } = JSON.parse(
    JSON.stringify(articleData(anArticle(overrides), site, createUrls(site.url))),
  );
  const [article = {}, way = {}] = data['@graph'];
  return { article, way };
}

describe('The data of an article', () => {
  test.each([
    ['report', 'ReportageNewsArticle'],
    ['explainer', 'BackgroundNewsArticle'],
    ['analysis', 'AnalysisNewsArticle'],
    ['opinion', 'OpinionNewsArticle'],
  ] as const)('names its kind: %s', (kind, type) => {
    expect(dataOf({ kind }).article).toMatchObject({ '@type': type, '@id': address, url: address });
  });

  test('says what a list of results shows', () => {
    expect(dataOf().article).toMatchObject({
      headline: 'Quiet on the border',
      description: 'Nothing has happened, and everybody is relieved.',
      image: [`${address}card.png`],
      datePublished: '2026-01-19T18:00:00+03:00',
      inLanguage: 'en-GB',
      isAccessibleForFree: true,
      wordCount: 238,
    });
  });

  test('gives the time of publication for that of a change where nothing was changed for readers', () => {
    expect(dataOf().article).toMatchObject({ dateModified: '2026-01-19T18:00:00+03:00' });
  });

  test('gives the time of the last update or correction', () => {
    const updated = Date.parse('2026-01-20T06:00:00Z');
    expect(dataOf({ updated }).article).toMatchObject({ dateModified: '2026-01-20T09:00:00+03:00' });
  });

  test('has its lead picture beside its card, in the format that all can read', () => {
    expect(dataOf({ picture: aLeadPicture() }).article).toMatchObject({
      image: [`${address}card.png`, 'https://example.org/pictures/storm/pier-1a2b3c4d-1440.jpg'],
    });
  });

  test('leads to its authors, each on their page', () => {
    expect(dataOf({ authors: [anAuthor({ id: 'ada', name: 'Ada Reed' })] }).article).toMatchObject({
      author: [{ '@type': 'Person', name: 'Ada Reed', url: 'https://example.org/authors/ada/' }],
    });
  });

  test('knows a desk by the name of the publication', () => {
    const author = anAuthor({ id: 'desk', name: 'The Example desk' });
    expect(dataOf({ authors: [author] }).article).toMatchObject({ author: [{ '@type': 'Organization' }] });
  });

  test('says who publishes it, with all policies that there are', () => {
    const policies = {
      publishing: 'https://example.org/about/',
      corrections: 'https://example.org/corrections/',
      ethics: 'https://ethics.example/',
      ownership: 'https://owner.example/',
    };
    expect(dataOf({}, aSite({ policies })).article).toMatchObject({
      publisher: {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://example.org/#publisher',
        name: 'Example Publishing',
        url: 'https://example.org/',
        logo: 'https://example.org/icon-512.png',
        publishingPrinciples: 'https://example.org/about/',
        correctionsPolicy: 'https://example.org/corrections/',
        ethicsPolicy: 'https://ethics.example/',
        ownershipFundingInfo: 'https://owner.example/',
      },
    });
  });

  test('has its topics as sections and as what it is about', () => {
    expect(dataOf({ topics: [aTopic({ id: 'iraq', name: 'Iraq' })] }).article).toMatchObject({
      articleSection: ['Iraq'],
      about: [{ '@type': 'Thing', name: 'Iraq', url: 'https://example.org/topics/iraq/' }],
    });
  });

  test('names whom and what it mentions, by their place in the glossary', () => {
    const who = [anEntry(), anEntry({ id: 'sadr', name: 'Sadr', kind: 'person' }), aPlace()];
    expect(dataOf({ who }).article).toMatchObject({
      mentions: [
        { '@type': 'Organization', '@id': 'https://example.org/glossary/#sdf', name: 'Syrian Democratic Forces' },
        { '@type': 'Person', '@id': 'https://example.org/glossary/#sadr', name: 'Sadr' },
        { '@type': 'Place', '@id': 'https://example.org/glossary/#baghdad', name: 'Baghdad' },
      ],
    });
  });

  test('is located where its map is: a place that it mentions by reference, another by name', () => {
    const picture = aMapPicture({ places: [aPlace(), aPlace({ id: 'raqqa', name: 'Raqqa' })] });
    expect(dataOf({ picture, who: [aPlace()] }).article).toMatchObject({
      contentLocation: [{ '@id': 'https://example.org/glossary/#baghdad' }, { '@type': 'Place', name: 'Raqqa' }],
    });
  });

  test('has its sections as parts, with their fragments', () => {
    expect(dataOf({ sections: [aSection()] }).article).toMatchObject({
      hasPart: [{ '@type': 'WebPageElement', name: 'The border', url: `${address}#the-border` }],
    });
  });

  test('cites its sources: by name where no more is known', () => {
    const known = aSource({
      name: 'A post',
      url: 'https://x.example/1',
      date: { precision: 'day', value: '2026-01-18' },
    });
    const sources = [aSource(), known].map((source, index) => {
      return { kind: 'source', number: index + 1, mentions: 1, source } as const;
    });
    expect(
      dataOf({ notes: [...sources, { kind: 'text', number: 3, mentions: 1, html: 'A note.', markdown: 'A note.' }] })
        .article,
    ).toMatchObject({
      citation: [
        'Ministry of Defence, Baghdad',
        { '@type': 'CreativeWork', name: 'A post', url: 'https://x.example/1', datePublished: '2026-01-18' },
      ],
    });
  });

  test('tells of its corrections', () => {
    const recorded = Date.parse('2026-01-20T06:00:00Z');
    const corrections = [
      {
        number: 2,
        recorded,
        note: 'It was Monday.',
        passages: [{ section: undefined, was: 'Sunday', is: 'Monday' }],
        redactions: [],
      },
    ];
    expect(dataOf({ corrections }).article).toMatchObject({
      correction: [
        {
          '@type': 'CorrectionComment',
          text: 'It was Monday.',
          dateCreated: '2026-01-20T09:00:00+03:00',
          url: `${address}versions/2/`,
        },
      ],
    });
  });

  test('leaves out what the article has not', () => {
    expect(Object.keys(dataOf().article)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/dateline|mentions|contentLocation|hasPart|citation|correction/)]),
    );
  });

  test('has its dateline', () => {
    expect(dataOf({ dateline: 'Baghdad' }).article).toMatchObject({ dateline: 'Baghdad' });
  });

  test('has absolute addresses, below the path of the site', () => {
    const { article, way } = dataOf({}, aSite({ url: 'https://example.org/news' }));
    const addresses = JSON.stringify([article, way]).match(/https:[^"]*/g) ?? [];
    expect(addresses.filter((one) => !one.startsWith('https://example.org/news/'))).toEqual([]);
    expect(JSON.stringify([article, way])).not.toMatch(/"\//);
  });
});

test('The way to an article leads from the front page by its main topic', () => {
  expect(dataOf({ topics: [aTopic({ id: 'iraq', name: 'Iraq' }), aTopic()] }).way).toEqual({
    '@type': 'BreadcrumbList',
    itemListElement: [
      { '@type': 'ListItem', position: 1, name: 'The Example', item: 'https://example.org/' },
      { '@type': 'ListItem', position: 2, name: 'Iraq', item: 'https://example.org/topics/iraq/' },
      { '@type': 'ListItem', position: 3, name: 'Quiet on the border', item: address },
    ],
  });
});
