import { createHash } from 'node:crypto';
import { articleMarkdown } from '../formats/article-markdown.ts';
import { feedArticles } from '../formats/feed-items.ts';
import { feed } from '../formats/feeds.ts';
import { llms, llmsArticles } from '../formats/llms.ts';
import { newsArticles, newsSitemap } from '../formats/news-sitemap.ts';
import { ninjs } from '../formats/ninjs.ts';
import { machineLicence } from '../formats/rights/machine-licence.ts';
import { tdmReservation } from '../formats/rights/tdm-reservation.ts';
import { robots } from '../formats/robots.ts';
import { settingOf } from '../formats/setting.ts';
import { sitemapFiles } from '../formats/sitemap.ts';
import { webManifest } from '../formats/web-manifest.ts';
import { feedForms, routes } from '../model/urls.ts';
import { topicsInUse } from '../publication/find.ts';
import { indexedPages } from '../publication/page-list.ts';
import type { Publication } from '../publication/publish.ts';

/**
 * A file of the site that is no page: its path, what it is made from, and how. It must not tell what is not named in
 * `madeFrom`, or it would go stale.
 */
export type SiteFile = { file: string; madeFrom: string; make: () => string };

/** Every file of a publication that machines read. Nothing is made before somebody asks for it. */
export function filesOf(publication: Publication): SiteFile[] {
  const { site, articles, topics } = publication;
  const setting = settingOf(site);
  const siteFacts = digestOf(site);
  /** @param from Names all but the facts of the site, in a few characters: there may be many thousand files. */
  const file = (route: string, from: string, make: () => string): SiteFile => {
    return { file: route.slice(1), madeFrom: `${siteFacts} ${from}`, make };
  };
  const pages = indexedPages(publication);
  const allPages = digestOf(pages);
  return [
    ...[undefined, ...topics].flatMap((topic) => {
      const texts = feedArticles(publication, topic?.id).map(({ slug }) => publication.madeFrom(slug));
      const from = digestOf([topic?.name, topic?.description, texts]);
      return feedForms.flatMap((form) =>
        [topic?.id, ...(topic?.aliases ?? [])].map((id) =>
          file(routes.feed(form, id), from, () => feed(publication, form, topic?.id) ?? ''),
        ),
      );
    }),
    ...articles.flatMap(({ slug }) => {
      const from = publication.madeFrom(slug);
      const made = (make: typeof ninjs) => () => {
        const article = publication.read(slug);
        return article ? make(article, setting) : '';
      };
      return [
        file(routes.articleText(slug), from, made(articleMarkdown)),
        file(routes.articleData(slug), from, made(ninjs)),
      ];
    }),
    file(
      routes.llms,
      digestOf([
        llmsArticles(publication),
        topicsInUse(publication).map(({ id, name, description }) => [id, name, description]),
      ]),
      () => llms(publication),
    ),
    ...sitemapFiles(site.url, pages).map(({ route, make }) => file(route, allPages, make)),
    file(
      routes.newsSitemap,
      digestOf(newsArticles(publication).map(({ slug, title, published }) => [slug, title, published])),
      () => newsSitemap(publication),
    ),
    file(routes.robots, '', () => robots(site)),
    file(routes.manifest, '', () => webManifest(site)),
    ...(site.rights?.ai
      ? [
          file(routes.licence, '', () => machineLicence(site) ?? ''),
          file(routes.tdmReservation, '', () => tdmReservation(site) ?? ''),
        ]
      : []),
  ];
}

function digestOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}
