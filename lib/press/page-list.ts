import { allSlugs } from '../article/find.ts';
import { routes } from '../article/urls.ts';
import type { Publication } from '../content/publish.ts';

/** A file of the finished site: the route that Next is asked for, the status it must answer with, and the file's path. */
export type Page = { route: string; status: 200 | 404; file: string };

/** Every page of a publication. */
export function pagesOf(publication: Publication): Page[] {
  const all = [
    routes.home,
    routes.about,
    ...allSlugs(publication).map(routes.article),
    ...publication.topics.map(({ id }) => routes.topic(id)),
    ...publication.authors.map(({ id }) => routes.author(id)),
  ];
  return [
    ...all.map((route): Page => ({ route, status: 200, file: `${route.slice(1)}index.html` })),
    // The route at which Next keeps the page of global-not-found.tsx.
    { route: '/_not-found/', status: 404, file: '404.html' },
  ];
}
