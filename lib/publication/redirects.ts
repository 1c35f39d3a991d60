import { feedForms, recordRoutes, routes } from '../model/urls.ts';
import type { Publication } from './publish.ts';

/**
 * Each former address of a page or of a topic's feed, and the address to which it redirects permanently: routes of the site, or an address
 * elsewhere.
 */
export function redirectsOf({
  site: { prefix },
  moved,
  authors,
  topics,
  series,
  redirects,
}: Publication): [from: string, to: string][] {
  const own: [string, string][] = [
    ...moved.flatMap(({ from, to: { slug, versions } }) => {
      const former = [routes.article(from), ...recordRoutes(from, versions)];
      const current = [routes.article(slug), ...recordRoutes(slug, versions)];
      return former.map((route, index): [string, string] => [route, current[index] ?? routes.article(slug)]);
    }),
    ...authors.flatMap(({ id, aliases }) =>
      aliases.map((from): [string, string] => [routes.author(from), routes.author(id)]),
    ),
    ...series.flatMap(({ id, aliases }) =>
      aliases.map((from): [string, string] => [routes.series(from), routes.series(id)]),
    ),
    ...topics.flatMap(({ id, aliases }) =>
      aliases.flatMap((from): [string, string][] => [
        [routes.topic(from), routes.topic(id)],
        ...feedForms.map((form): [string, string] => [routes.feed(form, from), routes.feed(form, id)]),
      ]),
    ),
  ];
  const inLanguage = (route: string) => `/${prefix}${route.slice(1)}`;
  return [
    ...redirects.map(({ from, to }): [string, string] => [from, to]),
    ...own.map(([from, to]): [string, string] => [inLanguage(from), inLanguage(to)]),
  ];
}
