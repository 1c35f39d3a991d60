import { createHash } from 'node:crypto';
import { routes } from '../article/urls.ts';
import type { Publication } from '../content/publish.ts';
import { newsArticles, newsSitemap } from '../formats/news-sitemap.ts';
import { robots } from '../formats/robots.ts';
import { indexedPages, sitemapFiles } from '../formats/sitemap.ts';

/**
 * A file of the site that is no page: its path, what it is made from, and how. It must not tell what is not named in
 * `madeFrom`, or it would go stale.
 */
export type SiteFile = { file: string; madeFrom: unknown; make: () => string };

/** Every file of a publication that machines read. Nothing is made before somebody asks for it. */
export function filesOf(publication: Publication): SiteFile[] {
  const { site } = publication;
  const siteFacts = digestOf(site);
  const file = (route: string, madeFrom: unknown, make: () => string): SiteFile => {
    return { file: route.slice(1), madeFrom: [siteFacts, madeFrom], make };
  };
  const pages = indexedPages(publication);
  const allPages = digestOf(pages);
  return [
    ...sitemapFiles(site.url, pages).map(({ route, make }) => file(route, allPages, make)),
    file(
      routes.newsSitemap,
      newsArticles(publication).map(({ slug, title, published }) => [slug, title, published]),
      () => newsSitemap(publication),
    ),
    file(routes.robots, [], () => robots(site)),
  ];
}

function digestOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}
