import { createHash } from 'node:crypto';
import { archivePages, pageSize } from '../article/archive.ts';
import { articlesBy, articlesOn, mentionedEntries } from '../article/find.ts';
import { routes } from '../article/urls.ts';
import type { Publication } from '../content/publish.ts';

/**
 * A page of the finished site: the route that Next is asked for, the status it must answer with, the file's path, and
 * the content that it is made from. A page must not show what is not named here: it would not change with it.
 */
export type Page = { route: string; status: 200 | 404; file: string; madeFrom: unknown };

/** Every page of a publication. */
export function pagesOf(publication: Publication): Page[] {
  const { site, articles, moved, expired, topics, authors, glossary } = publication;
  // All pages are made from the site's facts, and some thousand times its About text would take long to compare.
  const siteFacts = createHash('sha256')
    .update(JSON.stringify([site, glossary.length > 0]))
    .digest('hex');
  const page = (route: string, madeFrom: unknown): Page => {
    return { route, status: 200, file: `${route.slice(1)}index.html`, madeFrom: [siteFacts, madeFrom] };
  };
  const archive = archivePages(articles);
  return [
    page(routes.home, [articles.slice(0, pageSize), archive.length]),
    ...archive.map((list, index) => page(routes.page(index + 1), [list, index + 1 === archive.length])),
    page(routes.about, []),
    ...articles.map(({ slug }) => page(routes.article(slug), publication.madeFrom(slug))),
    ...moved.map(({ from, to }) => page(routes.article(from), to)),
    ...expired.map(({ slug }) => page(routes.article(slug), 'expired')),
    ...topics.map((topic) => page(routes.topic(topic.id), [topic, articlesOn(publication, topic.id)])),
    ...authors.map((author) => page(routes.author(author.id), [author, articlesBy(publication, author.id)])),
    ...(glossary.length > 0 ? [page(routes.glossary, glossaryFacts(publication))] : []),
    // The route at which Next keeps the page of global-not-found.tsx.
    { route: '/_not-found/', status: 404, file: '404.html', madeFrom: siteFacts },
  ];
}

function glossaryFacts(publication: Publication): unknown {
  return mentionedEntries(publication).map(({ entry, articles }) => [
    entry,
    articles.map(({ slug, title }) => [slug, title]),
  ]);
}
