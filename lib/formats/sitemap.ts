import type { Site } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { prefixOf, routes, urlsOf } from '../model/urls.ts';
import type { IndexedPage } from '../publication/pages/page-list.ts';
import { xmlDocument, xmlElement, xmlEmpty, xmlText } from './xml.ts';

/** The most pages that a sitemap may list (sitemaps.org, "Sitemap index files"). */
const mostPages = 50_000;

const namespace = { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' };

/** A language of a publication, and its pages that are there in this language as well: their routes, by those here. */
export type SitemapLanguage = {
  site: Pick<Site, 'url' | 'prefix' | 'languages' | 'lang'>;
  routes: ReadonlyMap<string, string>;
};

/** One of the files that list all pages of a site. */
export type SitemapFile = { route: string; make: () => string };

/**
 * The sitemap of these pages (sitemaps.org, protocol 0.9): one file, or an index with parts if there are too many pages.
 *
 * @param others The other languages of the publication.
 * @param limit How many pages one file may list.
 */
export function sitemapFiles(
  site: SitemapLanguage['site'],
  pages: readonly IndexedPage[],
  others: readonly SitemapLanguage[] = [],
  limit = mostPages,
): SitemapFile[] {
  const urls = urlsOf(site);
  const addressIn = (language: SitemapLanguage['site'], route: string) => {
    const own = urlsOf(language);
    return own.absolute(own.path(route));
  };
  /** The same page in every language that has it, this one among them; nothing if no other has. */
  const alternates = (route: string) => {
    const also = others.flatMap((other) => {
      const same = other.routes.get(route);
      return same === undefined ? [] : { site: other.site, route: same };
    });
    if (also.length === 0) return '';
    const all = [{ site, route }, ...also].sort((a, b) => a.site.prefix.localeCompare(b.site.prefix, 'en'));
    const fallback = all.find(({ site: { prefix } }) => prefix === '');
    const link = (lang: string, href: string) => xmlEmpty('xhtml:link', { rel: 'alternate', hreflang: lang, href });
    return [
      // A language is for its readers in every country, whatever months it has.
      ...all.map((same) => link(tagOf(same.site), addressIn(same.site, same.route))),
      ...(fallback ? [link('x-default', addressIn(fallback.site, fallback.route))] : []),
    ].join('');
  };
  const spaces = others.length > 0 ? { ...namespace, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' } : namespace;
  const address = (route: string) => xmlText('loc', urls.absolute(urls.path(route)));
  const part = (route: string, shown: readonly IndexedPage[]): SitemapFile => ({
    route,
    make: () =>
      xmlDocument(
        'urlset',
        spaces,
        shown.map((page) => xmlElement('url', address(page.route), lastmod(page.changed), alternates(page.route))),
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

function tagOf({ prefix, languages, lang }: SitemapLanguage['site']): string {
  return languages.find((tag) => prefixOf(tag) === prefix) ?? lang;
}

function lastmod(instant: Instant | undefined): string {
  return instant === undefined ? '' : xmlText('lastmod', new Date(instant).toISOString());
}
