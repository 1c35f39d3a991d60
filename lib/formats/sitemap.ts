import type { Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { createUrls, routes } from '../model/urls.ts';
import { allCorrections, articlesBy, articlesOn, partsOf } from '../publication/find.ts';
import { listPages } from '../publication/list-pages.ts';
import type { Publication } from '../publication/publish.ts';
import { lastChange } from './last-change.ts';
import { xmlDocument, xmlElement, xmlText } from './xml.ts';

/** So many pages a sitemap may name (sitemaps.org, "Sitemap index files"). */
const mostPages = 50_000;

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** A page that search engines may show, and when it last said something new, where that is known. */
export type IndexedPage = { route: string; changed: Instant | undefined };

/** One of the files that name all pages of a site. */
export type SitemapFile = { route: string; make: () => string };

/**
 * Every page that search engines may show: not the single versions of articles, nor what has moved or was taken down, nor authors and topics that have no other
 * articles.
 *
 * An article changes with an update or a correction, and a list with the newest of its articles.
 */
export function indexedPages(publication: Publication): IndexedPage[] {
  const { articles, authors, topics, series, glossary } = publication;
  const list = (entries: readonly Teaser[], route: (page: number | undefined) => string) =>
    listPages(entries).map(
      ({ number, entries: shown }): IndexedPage => ({ route: route(number), changed: latest(shown) }),
    );
  const group: typeof list = (entries, route) => (entries.length > 0 ? list(entries, route) : []);
  const corrections = allCorrections(publication);
  return [
    ...list(articles, routes.page),
    { route: routes.about, changed: undefined },
    ...articles.map((article) => ({ route: routes.article(article.slug), changed: lastChange(article) })),
    ...articles
      .filter(({ versions }) => versions > 0)
      .map((article) => ({ route: routes.versions(article.slug), changed: lastChange(article) })),
    ...corrections.slice(0, 1).map(({ correction }) => ({ route: routes.corrections, changed: correction.recorded })),
    ...topics.flatMap(({ id }) => group(articlesOn(publication, id), (page) => routes.topic(id, page))),
    ...authors.flatMap(({ id }) => group(articlesBy(publication, id), (page) => routes.author(id, page))),
    ...series.flatMap(({ id }) => {
      const parts = partsOf(publication, id);
      return parts.length > 0 ? [{ route: routes.series(id), changed: latest(parts) }] : [];
    }),
    ...(glossary.length > 0 ? [{ route: routes.glossary, changed: undefined }] : []),
  ];
}

/** The sitemap of a publication: one file, or where it has very many pages an index with its parts. */
export function sitemapOf(publication: Publication): SitemapFile[] {
  return sitemapFiles(publication.site.url, indexedPages(publication));
}

/**
 * The sitemap of these pages (sitemaps.org, protocol 0.9): one file, or where they are too many an index with its parts.
 *
 * @param limit How many pages one file may name.
 */
export function sitemapFiles(siteUrl: string, pages: readonly IndexedPage[], limit = mostPages): SitemapFile[] {
  const urls = createUrls(siteUrl);
  const address = (route: string) => xmlText('loc', urls.absolute(urls.path(route)));
  const part = (route: string, shown: readonly IndexedPage[]): SitemapFile => ({
    route,
    make: () =>
      xmlDocument(
        'urlset',
        namespace,
        shown.map((page) => xmlElement('url', address(page.route), lastmod(page.changed))),
      ),
  });
  if (pages.length <= limit) return [part(routes.sitemap, pages)];
  const parts = Array.from({ length: Math.ceil(pages.length / limit) }, (_, index) =>
    part(routes.sitemapPart(index + 1), pages.slice(index * limit, (index + 1) * limit)),
  );
  const index = () =>
    xmlDocument(
      'sitemapindex',
      namespace,
      parts.map(({ route }) => xmlElement('sitemap', address(route))),
    );
  return [{ route: routes.sitemap, make: index }, ...parts];
}

function latest(articles: readonly Teaser[]): Instant | undefined {
  return articles.length > 0 ? Math.max(...articles.map(lastChange)) : undefined;
}

function lastmod(instant: Instant | undefined): string {
  return instant === undefined ? '' : xmlText('lastmod', new Date(instant).toISOString());
}
