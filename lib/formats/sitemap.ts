import type { Site } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { routes, urlsOf } from '../model/urls.ts';
import type { IndexedPage } from '../publication/page-list.ts';
import { xmlDocument, xmlElement, xmlText } from './xml.ts';

/** The most pages that a sitemap may list (sitemaps.org, "Sitemap index files"). */
const mostPages = 50_000;

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** One of the files that list all pages of a site. */
export type SitemapFile = { route: string; make: () => string };

/**
 * The sitemap of these pages (sitemaps.org, protocol 0.9): one file, or an index with parts if there are too many pages.
 *
 * @param limit How many pages one file may list.
 */
export function sitemapFiles(
  site: Pick<Site, 'url' | 'prefix' | 'languages'>,
  pages: readonly IndexedPage[],
  limit = mostPages,
): SitemapFile[] {
  const urls = urlsOf(site);
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

function lastmod(instant: Instant | undefined): string {
  return instant === undefined ? '' : xmlText('lastmod', new Date(instant).toISOString());
}
