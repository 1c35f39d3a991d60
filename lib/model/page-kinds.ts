import { pageNumbers } from './list-pages.ts';
import { routes } from './urls.ts';

/** What decides which pages a site has. */
export type PagedSite = {
  articles: readonly WithRecord[];
  /** Former addresses of articles, with the versions of their articles. */
  moved: readonly WithRecord[];
  /** Addresses of articles that were taken down. */
  expired: readonly { slug: string }[];
  authors: readonly Subject[];
  topics: readonly Subject[];
  series: readonly Subject[];
  /** Pages of the publication. */
  pages: readonly { id: string }[];
  /** Paths of an earlier site. */
  redirects: readonly { from: string }[];
  hasGlossary: boolean;
  hasCorrections: boolean;
};

/** An article's address, and how many versions it has. */
type WithRecord = { slug: string; versions: number };

/** An author, a topic or a series, and how many articles its list has. */
export type Subject = { id: string; aliases: readonly string[]; articles: number };

/** The parts of a page's address, as Next names them; numbers as text. */
type Params = Readonly<Record<string, string>>;

/** One kind of page: which ones a site has, and the route of each. */
type Kind<Of extends Params> = { members: (site: PagedSite) => Of[]; route: (of: Of) => string };

const none = {};

/**
 * The one table of a site's pages: every kind with an address of its own. `lib/publication/pages/page-facts.ts` says, in the same
 * order, what a page is made from and whether search engines may show it; a forgotten kind is a type error there.
 */
export const pageKinds = {
  front: only(routes.home),
  /** The list of all articles except the newest, which are on the front page. */
  archive: kind(
    ({ articles }) => numbered(articles.length),
    ({ number }) => routes.page(Number(number)),
  ),
  about: only(routes.about),
  search: only(routes.search),
  article: kind(({ articles }) => articles.map(slugOf), articleRoute),
  /** The notice at a former address of an article, which links to the new one. */
  movedArticle: kind(({ moved }) => moved.map(slugOf), articleRoute),
  /** The notice at the address of an article that was taken down. */
  expiredArticle: kind(({ expired }) => expired.map(slugOf), articleRoute),
  /** The list of an article's versions. */
  versions: kind(({ articles }) => articles.filter(hasRecord).map(slugOf), versionsRoute),
  movedVersions: kind(({ moved }) => moved.filter(hasRecord).map(slugOf), versionsRoute),
  version: kind(({ articles }) => articles.flatMap(versionsOf), versionRoute),
  movedVersion: kind(({ moved }) => moved.flatMap(versionsOf), versionRoute),
  corrections: kind(
    ({ hasCorrections }) => (hasCorrections ? [none] : []),
    () => routes.corrections,
  ),
  topic: kind(({ topics }) => topics.map(idOf), topicRoute),
  movedTopic: kind(({ topics }) => topics.flatMap(formerOf), topicRoute),
  topicArchive: kind(
    ({ topics }) => topics.flatMap(archiveOf),
    ({ id, number }) => routes.topic(id, Number(number)),
  ),
  author: kind(({ authors }) => authors.map(idOf), authorRoute),
  movedAuthor: kind(({ authors }) => authors.flatMap(formerOf), authorRoute),
  authorArchive: kind(
    ({ authors }) => authors.flatMap(archiveOf),
    ({ id, number }) => routes.author(id, Number(number)),
  ),
  series: kind(({ series }) => series.map(idOf), seriesRoute),
  movedSeries: kind(({ series }) => series.flatMap(formerOf), seriesRoute),
  staticPage: kind(
    ({ pages }) => pages.map(idOf),
    ({ id }) => routes.staticPage(id),
  ),
  /** The page that static hosts show at a path of an earlier site. Such a path may have any form, so the page has its own route in Next. */
  formerPath: kind(
    ({ redirects }) => redirects.map(({ from }) => ({ path: Buffer.from(from).toString('base64url') })),
    ({ path }) => `/former-paths/${path}/`,
  ),
  glossary: kind(
    ({ hasGlossary }) => (hasGlossary ? [none] : []),
    () => routes.glossary,
  ),
} as const;

export type PageKind = keyof typeof pageKinds;

/** What identifies a page among those of its kind. */
export type ParamsOf<Of extends PageKind> = Parameters<(typeof pageKinds)[Of]['route']>[0];

/** The pages of one kind, each by the parts of its address: Next's static params. */
export function membersOf<Of extends PageKind>(of: Of, site: PagedSite): ParamsOf<Of>[] {
  const { members }: { members: (site: PagedSite) => ParamsOf<Of>[] } = pageKinds[of];
  return members(site);
}

/** Whether a page of the publication has its own address: the text of the not-found page has none. */
export function hasAddress(id: string): boolean {
  return id !== '404';
}

/** The route of a page. */
export function routeOf<Of extends PageKind>(of: Of, params: ParamsOf<Of>): string {
  const { route }: { route: (params: never) => string } = pageKinds[of];
  return route(params as never);
}

/** The routes of all pages of a site. */
export function pageRoutes(site: PagedSite): Set<string> {
  return new Set(
    (Object.keys(pageKinds) as PageKind[]).flatMap((of) => membersOf(of, site).map((params) => routeOf(of, params))),
  );
}

function kind<Of extends Params>(members: Kind<Of>['members'], route: Kind<Of>['route']): Kind<Of> {
  return { members, route };
}

/** A kind with exactly one page on every site. */
function only(route: string): Kind<typeof none> {
  return kind(
    () => [none],
    () => route,
  );
}

function articleRoute({ slug }: { slug: string }): string {
  return routes.article(slug);
}

function versionsRoute({ slug }: { slug: string }): string {
  return routes.versions(slug);
}

function versionRoute({ slug, number }: { slug: string; number: string }): string {
  return routes.version(slug, Number(number));
}

function topicRoute({ id }: { id: string }): string {
  return routes.topic(id);
}

function authorRoute({ id }: { id: string }): string {
  return routes.author(id);
}

function seriesRoute({ id }: { id: string }): string {
  return routes.series(id);
}

function slugOf({ slug }: { slug: string }): { slug: string } {
  return { slug };
}

function hasRecord({ versions }: WithRecord): boolean {
  return versions > 0;
}

function versionsOf({ slug, versions }: WithRecord): { slug: string; number: string }[] {
  return Array.from({ length: versions }, (_, index) => ({ slug, number: String(index + 1) }));
}

function idOf({ id }: { id: string }): { id: string } {
  return { id };
}

function formerOf({ aliases }: Subject): { id: string }[] {
  return aliases.map((id) => ({ id }));
}

function archiveOf({ id, articles }: Subject): { id: string; number: string }[] {
  return numbered(articles).map(({ number }) => ({ id, number }));
}

/** The numbered pages of a list, the newest first. */
function numbered(articles: number): { number: string }[] {
  return pageNumbers(articles)
    .toReversed()
    .map((number) => ({ number: String(number) }));
}
