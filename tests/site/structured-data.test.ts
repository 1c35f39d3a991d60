import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  all,
  attribute,
  type BuiltPage,
  builtSite,
  builtSites,
  isArticleRoute,
  pageAt,
  prefixOf,
} from '../support/built-site.ts';

const address = z.url({ protocol: /^https?$/ });
const withOffset = z.iso.datetime({ offset: true, local: false });
const named = { name: z.string().min(1) };

/** A reference to data elsewhere on the site. */
const reference = z.strictObject({ '@id': address });

const publisher = z.strictObject({
  '@type': z.literal('NewsMediaOrganization'),
  '@id': address,
  ...named,
  url: address,
  logo: address,
  publishingPrinciples: address.optional(),
  correctionsPolicy: address.optional(),
  ethicsPolicy: address.optional(),
  ownershipFundingInfo: address.optional(),
  email: z.email().optional(),
  sameAs: z.array(address).optional(),
});

const entry = z.strictObject({ '@type': z.enum(['Person', 'Organization', 'Place']), '@id': address, ...named });

/** The same article in another language. */
const inOther = z.strictObject({ '@type': z.literal('NewsArticle'), '@id': address, inLanguage: z.string() });

/** What Google's guidelines for articles require, and what schema.org also allows. */
const article = z.strictObject({
  '@type': z.enum([
    'ReportageNewsArticle',
    'BackgroundNewsArticle',
    'AnalysisNewsArticle',
    'OpinionNewsArticle',
    'AdvertiserContentArticle',
    'SatiricalArticle',
  ]),
  '@id': address,
  url: address,
  headline: z.string().min(1),
  description: z.string().min(1),
  image: z.array(address).min(1),
  datePublished: withOffset,
  dateModified: withOffset,
  author: z
    .array(
      z.strictObject({
        '@type': z.enum(['Person', 'Organization']),
        ...named,
        url: address,
        image: address.optional(),
        description: z.string().optional(),
        email: z.email().optional(),
        jobTitle: z.string().optional(),
      }),
    )
    .min(1),
  translator: z.strictObject({ '@type': z.enum(['Person', 'Organization']), name: z.string().min(1) }).optional(),
  translationOfWork: inOther.optional(),
  workTranslation: z.array(inOther).min(1).optional(),
  sponsor: z.strictObject({ '@type': z.literal('Organization'), ...named, url: address.optional() }).optional(),
  contributor: z
    .array(z.strictObject({ '@type': z.literal('Organization'), ...named, url: address.optional() }))
    .optional(),
  isBasedOn: address.optional(),
  sourceOrganization: z.strictObject({ '@type': z.literal('Organization'), ...named }).optional(),
  copyrightHolder: z.union([reference, z.strictObject({ '@type': z.literal('Organization'), ...named })]).optional(),
  copyrightYear: z.int().optional(),
  license: address.optional(),
  usageInfo: address.optional(),
  isPartOf: z.strictObject({ '@type': z.literal('CreativeWorkSeries'), ...named, url: address }).optional(),
  position: z.int().positive().optional(),
  publisher,
  inLanguage: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  isAccessibleForFree: z.literal(true),
  wordCount: z.int().nonnegative().optional(),
  creativeWorkStatus: z.literal('Retracted').optional(),
  dateline: z.string().optional(),
  articleSection: z.array(z.string()).min(1),
  about: z.array(z.strictObject({ '@type': z.literal('Thing'), ...named, url: address })).min(1),
  mentions: z.array(entry).optional(),
  contentLocation: z.array(z.union([reference, z.strictObject({ '@type': z.literal('Place'), ...named })])).optional(),
  hasPart: z.array(z.strictObject({ '@type': z.literal('WebPageElement'), ...named, url: address })).optional(),
  citation: z
    .array(
      z.union([
        z.string(),
        z.strictObject({
          '@type': z.literal('CreativeWork'),
          ...named,
          url: address.optional(),
          datePublished: z.string().optional(),
        }),
      ]),
    )
    .optional(),
  correction: z
    .array(
      z.strictObject({
        '@type': z.literal('CorrectionComment'),
        text: z.string(),
        dateCreated: withOffset,
        url: address,
      }),
    )
    .optional(),
});

const breadcrumbs = z.strictObject({
  '@type': z.literal('BreadcrumbList'),
  itemListElement: z
    .array(z.strictObject({ '@type': z.literal('ListItem'), position: z.int(), ...named, item: address }))
    .min(2),
});

const graph = (...parts: [z.ZodType, ...z.ZodType[]]) =>
  z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.tuple(parts) });

const articleGraph = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@graph': z.tuple([article, breadcrumbs]),
});

const siteGraph = graph(
  z.strictObject({
    '@type': z.literal('WebSite'),
    '@id': address,
    url: address,
    ...named,
    description: z.string(),
    inLanguage: z.string(),
    publisher: reference,
  }),
  publisher,
);

const thing = z.looseObject({ '@id': address, '@type': z.enum(['Person', 'Organization', 'Place']), ...named });
const glossaryGraph = z.strictObject({ '@context': z.literal('https://schema.org'), '@graph': z.array(thing) });

/** The data of a page, parsed; `undefined` if it has none. */
function dataOf({ document }: BuiltPage): unknown {
  const [script, ...others] = all(document, 'script[type="application/ld+json"]');
  expect(others).toEqual([]);
  return script && JSON.parse(script.textContent ?? '');
}

/** Every value of a key, at any depth in the data. */
function valuesOf(data: unknown, key: string): unknown[] {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => [...(name === key ? [value] : []), ...valuesOf(value, key)]);
}

for (const site of builtSites()) {
  const articles = site.pages.filter(
    ({ document, route }) => isArticleRoute(route) && document.querySelector('article') !== null,
  );
  const withData = site.pages.filter((page) => dataOf(page) !== undefined);

  describe(`The structured data of ${site.name}`, () => {
    test('are on the front page, in the glossary and on every article', () => {
      const listed = site.prefixes.flatMap((prefix) => [`/${prefix}`, `/${prefix}glossary/`]);
      const pages = site.pages.filter(({ route }) => listed.includes(route) || isArticle(route));
      expect(withData.map(({ route }) => route).sort()).toEqual(pages.map(({ route }) => route).sort());
    });

    test('of every article have the form that search engines ask for', () => {
      expect(articles.length).toBeGreaterThan(0);
      for (const page of articles) {
        const {
          '@graph': [data, way],
        } = articleGraph.parse(dataOf(page));
        const { document, route } = page;
        expect(data.headline, route).toBe(document.querySelector('h1')?.textContent);
        // What others published first has its address there.
        expect(data.isBasedOn ?? data.url, route).toBe(attribute(document, 'link[rel=canonical]', 'href'));
        expect(data.datePublished, route).toBe(attribute(document, 'article header time', 'datetime'));
        expect(Date.parse(data.dateModified), route).toBeGreaterThanOrEqual(Date.parse(data.datePublished));
        expect(way.itemListElement.at(-1)?.item, route).toBe(data.url);
        for (const { url } of data.hasPart ?? [])
          expect(document.getElementById(new URL(url).hash.slice(1)), url).not.toBeNull();
      }
    });

    test('of the front page and the glossary have theirs', () => {
      for (const prefix of site.prefixes) {
        siteGraph.parse(dataOf(pageAt(site, `/${prefix}`)));
        const glossary = site.pages.find(({ route }) => route === `/${prefix}glossary/`);
        if (glossary) glossaryGraph.parse(dataOf(glossary));
      }
    });

    test('name nothing that is not there: every page, file, fragment and reference of this site', () => {
      const known = new Set([
        ...withData.flatMap((page) => {
          const { '@graph': parts } = z.object({ '@graph': z.array(z.unknown()) }).parse(dataOf(page));
          return parts.flatMap((part) => z.object({ '@id': z.string() }).safeParse(part).data?.['@id'] ?? []);
        }),
      ]);
      for (const page of withData) {
        const data = dataOf(page);
        for (const id of valuesOf(data, '@id').map(String)) expect(known, `${page.route} ${id}`).toContain(id);
        const addresses = ['url', 'item', 'logo', 'image'].flatMap((key) => valuesOf(data, key).flat()).map(String);
        for (const one of addresses.filter((url) => url.startsWith(site.url.href))) {
          const path = new URL(one).pathname.slice(site.url.pathname.length);
          expect(site.files, one).toContain(path === '' || path.endsWith('/') ? `${path}index.html` : path);
        }
      }
    });

    test('and what is said to whoever passes a page on have a card that is there, with its size and what it shows', () => {
      for (const { document, route } of site.pages) {
        const image = attribute(document, 'meta[property="og:image"]', 'content');
        if (image === undefined) continue;
        const card = isArticle(route) ? `${route.slice(1)}card.png` : `${prefixOf(site, route)}card.png`;
        if (!document.querySelector('meta[http-equiv=refresh]')) expect(image).toBe(new URL(card, site.url).href);
        expect(site.files).toContain(new URL(image).pathname.slice(site.url.pathname.length));
        expect(attribute(document, 'meta[property="og:image:width"]', 'content')).toBe('1200');
        expect(attribute(document, 'meta[property="og:image:height"]', 'content')).toBe('675');
        expect(attribute(document, 'meta[property="og:image:alt"]', 'content')).toBeTruthy();
        expect(attribute(document, 'meta[name="twitter:card"]', 'content')).toBe('summary_large_image');
      }
    });
  });

  function isArticle(route: string): boolean {
    return articles.some((one) => one.route === route);
  }
}

test('An article with corrections tells of them, and was last changed with the last of them', () => {
  const {
    '@graph': [data],
  } = articleGraph.parse(dataOf(pageAt(builtSite('features'), '/articles/recorded/')));
  expect(data.correction?.length).toBeGreaterThan(0);
  expect(Date.parse(data.dateModified)).toBeGreaterThanOrEqual(
    Math.max(...(data.correction ?? []).map(({ dateCreated }) => Date.parse(dateCreated))),
  );
});
