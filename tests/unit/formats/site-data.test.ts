import { expect, test } from 'vitest';
import { glossaryData } from '@/lib/formats/entry-data.ts';
import { siteData } from '@/lib/formats/site-data.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { anEntry, aPlace, aSite } from '../../support/an-article.ts';

const urls = createUrls('https://example.org/news');

test('The data of the front page say what the site is and who publishes it, each once', () => {
  const site = aSite({ url: 'https://example.org/news', social: ['https://social.example/@example'] });
  expect(siteData(site, urls)).toEqual({
    '@context': 'https://schema.org',
    '@graph': [
      {
        '@type': 'WebSite',
        '@id': 'https://example.org/news/#site',
        url: 'https://example.org/news/',
        name: 'The Example',
        description: 'News that is true of nowhere.',
        inLanguage: 'en-GB',
        publisher: { '@id': 'https://example.org/news/#publisher' },
      },
      {
        '@type': 'NewsMediaOrganization',
        '@id': 'https://example.org/news/#publisher',
        name: 'Example Publishing',
        url: 'https://example.org/news/',
        logo: 'https://example.org/news/icon-512.png',
        email: 'desk@example.org',
        sameAs: ['https://social.example/@example'],
      },
    ],
  });
});

test('The data of the glossary say of each entry what is known', () => {
  const person = anEntry({ id: 'sadr', name: 'Muqtada al-Sadr', kind: 'person', aliases: ['Sadr'], role: 'Cleric' });
  const place = aPlace({ country: 'Iraq', url: 'https://baghdad.example/' });
  expect(glossaryData([person, place, anEntry({ country: 'Syria' })], urls)['@graph']).toEqual([
    {
      '@type': 'Person',
      '@id': 'https://example.org/news/glossary/#sadr',
      name: 'Muqtada al-Sadr',
      alternateName: ['Sadr'],
      jobTitle: 'Cleric',
    },
    {
      '@type': 'Place',
      '@id': 'https://example.org/news/glossary/#baghdad',
      name: 'Baghdad',
      sameAs: 'https://baghdad.example/',
      containedInPlace: { '@type': 'Country', name: 'Iraq' },
      geo: { '@type': 'GeoCoordinates', latitude: 33.315, longitude: 44.366 },
    },
    {
      '@type': 'Organization',
      '@id': 'https://example.org/news/glossary/#sdf',
      name: 'Syrian Democratic Forces',
      location: 'Syria',
    },
  ]);
});
