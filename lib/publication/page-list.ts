import { createHash } from 'node:crypto';
import type { Teaser } from '../model/model.ts';
import { recordRoutes, routes } from '../model/urls.ts';
import {
  allCorrections,
  articlesBy,
  articlesOn,
  besidePart,
  mentionedEntries,
  newestFew,
  partsOf,
  topicsInUse,
  yearsOf,
} from './find.ts';
import { listPages } from './list-pages.ts';
import type { Publication } from './publish.ts';
import { siteTopics } from './site-topics.ts';
import { briefDigest, listedDigest } from './teaser-digest.ts';
import { ofToday } from './today.ts';

/**
 * A page of the finished site: the route that Next is asked for, the status it must answer with, the file's path, and
 * the content that it is made from. A page must not show what is not named here: it would not change with it.
 */
export type Page = { route: string; status: 200 | 404; file: string; madeFrom: unknown };

/** Every page of a publication. */
export function pagesOf(publication: Publication): Page[] {
  const { site, now, articles, moved, expired, topics, authors, series, glossary } = publication;
  const hasCorrections = articles.some((article) => article.corrections.length > 0);
  // All pages are made from the site's facts, and some thousand times its About text would take long to compare.
  const siteFacts = createHash('sha256')
    .update(JSON.stringify([site, glossary.length > 0, hasCorrections, siteTopics(publication)]))
    .digest('hex');
  const newest = newestFew(publication).map(briefDigest);
  const today = new Set(ofToday(articles, now, site.timeZone));
  const page = (route: string, madeFrom: unknown): Page => {
    return { route, status: 200, file: `${route.slice(1)}index.html`, madeFrom: [siteFacts, madeFrom] };
  };
  /** The pages of a list: the newest shows what is known of its subject, and the numbered ones its name alone. */
  const list = (
    entries: readonly Teaser[],
    route: (page: number | undefined) => string,
    subject: { name: string } | undefined,
  ) =>
    listPages(entries).map(({ number, entries: shown, older, newer }) =>
      page(route(number), [
        number === undefined ? subject : subject?.name,
        shown.map(listedDigest),
        shown.filter((article) => today.has(article)).length,
        // A list of one shows what only the article's own page shows else.
        entries.length === 1 && shown.map(({ slug }) => publication.madeFrom(slug)),
        older?.number,
        newer?.number,
      ]),
    );
  const corrections = allCorrections(publication);
  return [
    ...list(articles, routes.page, undefined),
    page(routes.about, []),
    page(routes.search, [topicsInUse(publication).map(({ id, name }) => [id, name]), yearsOf(articles, site.timeZone)]),
    ...articles.map((article) => {
      const { slug } = article;
      const beside = besidePart(publication, article);
      return page(routes.article(slug), [
        publication.madeFrom(slug),
        publication.related(slug).map(briefDigest),
        ...(beside ? [beside.previous, beside.next].map((part) => part && [part.slug, part.title]) : []),
      ]);
    }),

    ...articles.flatMap(({ slug, versions }) =>
      recordRoutes(slug, versions).map((route) => page(route, publication.madeFrom(slug))),
    ),
    ...(corrections.length > 0 ? [page(routes.corrections, correctionFacts(corrections))] : []),
    ...moved.flatMap(({ from, to }) =>
      [routes.article(from), ...recordRoutes(from, to.versions)].map((route) => page(route, listedDigest(to))),
    ),
    ...topics.flatMap((topic) => topic.aliases.map((from) => page(routes.topic(from), topic))),
    ...authors.flatMap((author) => author.aliases.map((from) => page(routes.author(from), author))),
    ...series.flatMap((one) => one.aliases.map((from) => page(routes.series(from), one))),
    ...series.map((one) => page(routes.series(one.id), [one, partsOf(publication, one.id).map(listedDigest)])),
    ...expired.map((article) => page(routes.article(article.slug), [article, newest])),
    ...topics.flatMap((topic) => {
      return list(articlesOn(publication, topic.id), (number) => routes.topic(topic.id, number), topic);
    }),
    ...authors.flatMap((author) => {
      return list(articlesBy(publication, author.id), (number) => routes.author(author.id, number), author);
    }),
    ...(glossary.length > 0 ? [page(routes.glossary, glossaryFacts(publication))] : []),
    // The route at which Next keeps the page of global-not-found.tsx.
    { route: '/_not-found/', status: 404, file: '404.html', madeFrom: [siteFacts, newest] },
  ];
}

function glossaryFacts(publication: Publication): unknown {
  return mentionedEntries(publication).map(({ entry, articles }) => [
    entry,
    articles.map(({ slug, title }) => [slug, title]),
  ]);
}

function correctionFacts(corrections: ReturnType<typeof allCorrections>): unknown {
  return corrections.map(({ article: { slug, title }, correction }) => [slug, title, correction]);
}
