import { createHash } from 'node:crypto';
import type { Teaser } from '../model/model.ts';
import { feedForms, routes } from '../model/urls.ts';
import { inOthers, otherEditions, routeInOther } from '../publication/editions.ts';
import { topicsInUse } from '../publication/find.ts';
import { type IndexedPage, indexedPages } from '../publication/pages/page-list.ts';
import type { Publication } from '../publication/publish.ts';
import { articleMarkdown } from './article-markdown.ts';
import { feedArticles } from './feed-items.ts';
import { feed } from './feeds.ts';
import { llms, llmsArticles } from './llms.ts';
import { machineLicence } from './machine-licence.ts';
import { newsArticles, newsSitemap } from './news-sitemap.ts';
import { ninjs } from './ninjs.ts';
import { robots } from './robots.ts';
import { settingOf } from './setting.ts';
import { sitemapFiles } from './sitemap.ts';
import { tdmReservation } from './tdm-reservation.ts';
import { webManifest } from './web-manifest.ts';

/**
 * A file of the site that is not a page: its path, what it is made from, and how. It must not depend on anything
 * that `madeFrom` does not identify, or it would go stale.
 */
export type SiteFile = { file: string; madeFrom: string; make: (publication: Publication) => string };

/** Every machine-readable file of a publication, each made on demand. */
export function machineFiles(publication: Publication): SiteFile[] {
  const { site, articles, topics } = publication;
  const siteFacts = digestOf(site).slice(0, 22);
  /** @param from Identifies everything but the facts of the site, in a few characters: there may be many thousand files. */
  const file = (route: string, from: string, make: SiteFile['make']): SiteFile => {
    return { file: `${site.prefix}${route.slice(1)}`, madeFrom: `${siteFacts} ${from}`, make };
  };
  const pages = indexedPages(publication);
  const languages = otherEditions(publication).map((other) => {
    const known = new Set(indexedPages(other).map(({ route }) => route));
    const own = new Map(
      pages.flatMap(({ route }) => {
        // A numbered page of a list has other articles in each language.
        const same = /\/page\/\d+\/$/.test(route) ? undefined : routeInOther(publication, route, other);
        return same !== undefined && known.has(same) ? [[route, same] as const] : [];
      }),
    );
    return { site: other.site, routes: own };
  });
  const allPages = [nameOfPages(pages), ...languages.map(({ routes: same }) => digestOf([...same]))].join(' ');
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
    ...articles.flatMap((article) => {
      const { slug } = article;
      // What other newsrooms get names the article in other languages.
      const named = languages.length > 0 ? inOthers(publication, slug).map((other) => ` ${other.article.title}`) : [];
      const from = publication.madeFrom(slug) + named.join('');
      return listedOnce(article, `${siteFacts} ${from}`, () => {
        const made = (format: typeof ninjs) => (current: Publication) => {
          const whole = current.read(slug);
          return whole ? format(whole, settingOf(current.site), inOthers(current, slug)) : '';
        };
        return [
          file(routes.articleText(slug), from, made(articleMarkdown)),
          file(routes.articleData(slug), from, made(ninjs)),
        ];
      });
    }),
    file(
      routes.llms,
      digestOf([
        llmsArticles(publication),
        topicsInUse(publication).map(({ id, name, description }) => [id, name, description]),
      ]),
      () => llms(publication),
    ),
    ...sitemapFiles(site, pages, languages).map(({ route, make }) => file(route, allPages, make)),
    file(
      routes.newsSitemap,
      digestOf(newsArticles(publication).map(({ slug, title, published }) => [slug, title, published])),
      () => newsSitemap(publication),
    ),
    ...(site.prefix === '' ? [file(routes.robots, '', () => robots(site))] : []),
    file(routes.manifest, '', () => webManifest(site)),
    ...(site.prefix === '' && site.rights?.ai
      ? [
          file(routes.licence, '', () => machineLicence(site) ?? ''),
          file(routes.tdmReservation, '', () => tdmReservation(site) ?? ''),
        ]
      : []),
  ];
}

/** The last listed files of articles: a resident build lists nearly all of them again. */
const listedBefore = new WeakMap<Teaser, { from: string; files: SiteFile[] }>();

function listedOnce(article: Teaser, from: string, list: () => SiteFile[]): SiteFile[] {
  const before = listedBefore.get(article);
  if (before?.from === from) return before.files;
  const files = list();
  listedBefore.set(article, { from, files });
  return files;
}

let lastPages: { pages: readonly IndexedPage[]; name: string } | undefined;

/** Identifies a list of pages. Few edits change the sitemap, and the list is long. */
function nameOfPages(pages: readonly IndexedPage[]): string {
  const isSame = (page: IndexedPage, other: IndexedPage | undefined) =>
    page === other || (page.route === other?.route && page.changed === other.changed);
  const before = lastPages;
  if (before?.pages.length === pages.length && pages.every((page, index) => isSame(page, before.pages[index]))) {
    lastPages = { pages, name: before.name };
    return before.name;
  }
  lastPages = { pages, name: digestOf(pages) };
  return lastPages.name;
}

function digestOf(facts: unknown): string {
  return createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}
