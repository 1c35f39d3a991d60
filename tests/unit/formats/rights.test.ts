import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { articleData } from '@/lib/formats/article-data.ts';
import { feed } from '@/lib/formats/feeds.ts';
import { machineLicence } from '@/lib/formats/machine-licence.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import { tdmReservation } from '@/lib/formats/tdm-reservation.ts';
import { wordsFor } from '@/lib/languages/languages.ts';
import { licenceOf } from '@/lib/model/licences.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { anArticle, aPublication, aSite } from '../../support/an-article.ts';

const licence = licenceOf('CC-BY-SA-4.0');
const site = aSite({ rights: { holder: 'Harbour & Sons', licence, ai: 'deny' } });
const english = wordsFor('en');

describe('One key says the rights', () => {
  test('in the data of an article', () => {
    const { '@graph': graph } = articleData(anArticle(), site, createUrls(site.url));
    expect(graph[0]).toMatchObject({
      copyrightHolder: { '@type': 'Organization', name: 'Harbour & Sons' },
      copyrightYear: 2026,
      license: 'https://creativecommons.org/licenses/by-sa/4.0/',
      usageInfo: 'https://example.org/license.xml',
    });
  });

  test('in the data of an article by the name of the publisher alone, if it is the holder', () => {
    const own = aSite({ rights: { holder: undefined, licence, ai: undefined } });
    const { '@graph': graph } = articleData(anArticle(), own, createUrls(own.url));
    expect(graph[0]).toMatchObject({
      copyrightHolder: { '@id': 'https://example.org/#publisher' },
      publisher: { '@id': 'https://example.org/#publisher' },
    });
  });

  test('in ninjs', () => {
    expect(JSON.parse(ninjs(anArticle(), settingOf(site)))).toMatchObject({
      copyrightHolder: 'Harbour & Sons',
      copyrightNotice: '© Harbour & Sons · CC BY-SA 4.0',
      usageTerms: `CC BY-SA 4.0 (https://creativecommons.org/licenses/by-sa/4.0/) ${english.rights.aiDenied}`,
    });
  });

  test('in RSS and in Atom', () => {
    const publication = aPublication({ site });
    expect(feed(publication, 'rss')).toMatch(/<copyright>.*Harbour.*CC BY-SA 4\.0.*<\/copyright>/s);
    expect(feed(publication, 'atom')).toMatch(/<rights>.*Harbour.*CC BY-SA 4\.0.*<\/rights>/s);
  });

  test('in the terms of use for machines, which are XML', () => {
    const { documentElement: root } = new JSDOM(machineLicence(site) ?? '', { contentType: 'text/xml' }).window
      .document;
    expect([root.localName, root.namespaceURI]).toEqual(['rsl', 'https://rslstandard.org/rsl']);
    expect(root.querySelector('content')?.getAttribute('url')).toBe('https://example.org/');
    expect(root.querySelector('license > prohibits[type="usage"]')?.textContent).toBe('ai-all');
    expect(root.querySelector('copyright')?.textContent).toBe('Harbour & Sons');
  });

  test('in the reservation of text and data mining', () => {
    expect(JSON.parse(tdmReservation(site) ?? '')).toEqual([{ location: '/', 'tdm-reservation': 1 }]);
  });

  test('also if AI may use the texts', () => {
    const allowed = aSite({ rights: { holder: undefined, licence: undefined, ai: 'allow' } });
    expect(machineLicence(allowed)).toContain('<permits type="usage">ai-all</permits>');
    expect(JSON.parse(tdmReservation(allowed) ?? '')).toEqual([{ location: '/', 'tdm-reservation': 0 }]);
  });
});

test('Without the key nothing is said of rights', () => {
  const plain = aSite();
  const all = [
    JSON.stringify(articleData(anArticle(), plain, createUrls(plain.url))),
    ninjs(anArticle(), settingOf(plain)),
    feed(aPublication({ site: plain }), 'rss') ?? '',
    feed(aPublication({ site: plain }), 'atom') ?? '',
  ];
  for (const text of all) expect(text).not.toMatch(/copyright|rights|license/i);
  expect([machineLicence(plain), tdmReservation(plain)]).toEqual([undefined, undefined]);
});

test.each([
  ['CC-BY-4.0', 'CC BY 4.0'],
  ['CC0-1.0', 'CC0 1.0'],
  ['https://www.harbour.example/terms', 'harbour.example'],
])('The licence %s is called %s', (written, name) => {
  expect(licenceOf(written)?.name).toBe(name);
});
