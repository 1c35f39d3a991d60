import { hash } from 'node:crypto';
import type { Teaser } from '../../model/model.ts';
import type { Instant } from '../../model/moment.ts';
import { membersOf, type PagedSite, type PageKind, pageKinds, routeOf } from '../../model/page-kinds.ts';
import { routes } from '../../model/urls.ts';
import { otherEditions, waysToOthers } from '../editions.ts';
import { besidePart, newestFew } from '../find.ts';
import { pagedSite } from '../paged-site.ts';
import type { Publication } from '../publish.ts';
import { menuFacts } from '../site-menus.ts';
import { siteTopics } from '../site-topics.ts';
import { briefDigest } from '../teaser-digest.ts';
import { type Facts, factsIn } from './page-facts.ts';

/**
 * A page of the finished site: its kind, its route in Next, the status that Next must answer with, the file's path, and what
 * identifies the content that it is made from. A page must not show anything that is not part of this, or it would go stale.
 */
export type Page = {
  kind: PageKind | 'notFound';
  route: string;
  status: 200 | 404;
  file: string;
  madeFrom: string;
  /** Its language, if that is not the first of the publication. */
  language: string | undefined;
};

/** A page that search engines may show, and when it last changed, if known. */
export type IndexedPage = { route: string; changed: Instant | undefined };

/**
 * Every page of a publication. The pages of an unchanged article are the same objects as before: a resident build lists
 * nearly all of them again.
 */
export function pagesOf(publication: Publication): Page[] {
  return listedPages(publication).pages;
}

/**
 * Every page that search engines may show: not single versions of articles, nor what has moved or was taken down, nor
 * authors and topics without articles.
 *
 * An article changes with an update or a correction, and a list with its newest article.
 */
export function indexedPages(publication: Publication): IndexedPage[] {
  return listedPages(publication).indexed;
}

/** The pages of one article of a publication, as {@link pagesOf} lists them, without listing all others. */
export function pagesOfArticle(publication: Publication, article: Teaser): Page[] {
  const own = listerOf(publication).ofArticle(article);
  return kindsOfArticle.flatMap((kind) => own[kind].pages);
}

/** All pages, and those of them that search engines may show. */
type Listing = { pages: Page[]; indexed: IndexedPage[] };

/** Cached lists of publications: several stages of a build need them. */
const listings = new WeakMap<Publication, Listing>();

function listedPages(publication: Publication): Listing {
  const known = listings.get(publication);
  if (known) return known;
  const { siteFacts, list, ofArticle, lists } = listerOf(publication);
  const { prefix } = publication.site;
  const paged = pagedSite(publication);
  const ofArticles = publication.articles.map(ofArticle);
  const parts = (Object.keys(pageKinds) as PageKind[]).map((kind): Listing => {
    if (!isOfArticle(kind)) return list(kind, paged);
    const own = ofArticles.map((listed) => listed[kind]);
    return { pages: own.flatMap(({ pages }) => pages), indexed: own.flatMap(({ indexed }) => indexed) };
  });
  const listing = {
    pages: [
      ...parts.flatMap(({ pages }) => pages),
      // Next's route of global-not-found.tsx, which has no address of its own.
      {
        kind: 'notFound' as const,
        route: '/_not-found/',
        status: 404 as const,
        file: `${prefix}404.html`,
        language: languageOf(prefix),
        madeFrom: `${siteFacts} ${nameOf([newestFew(publication).map(briefDigest), publication.notFound])}`,
      },
    ],
    indexed: parts.flatMap(({ indexed }) => indexed),
  };
  listsBefore.set(prefix, lists);
  listings.set(publication, listing);
  return listing;
}

/** Lists the pages of one publication. */
type Lister = {
  /** Identifies what all its pages show. */
  siteFacts: string;
  /** The pages of a kind that a site has. */
  list: (kind: PageKind, among: PagedSite) => Listing;
  ofArticle: (article: Teaser) => Record<KindOfArticle, Listing>;
  /** The pages of lists that were listed, by their routes. */
  lists: ReadonlyMap<string, Listed>;
};

const listers = new WeakMap<Publication, Lister>();

function listerOf(publication: Publication): Lister {
  const known = listers.get(publication);
  if (known) return known;
  const { site, articles, glossary } = publication;
  const hasCorrections = articles.some((article) => article.corrections.length > 0);
  // All pages depend on the site's facts; a digest avoids comparing its About text thousands of times.
  const siteFacts = nameOf([
    site,
    glossary.length > 0,
    hasCorrections,
    siteTopics(publication),
    menuFacts(publication),
  ]).slice(0, 22);
  const { prefix } = site;
  const factsOf = factsIn(publication);
  const hasOthers = otherEditions(publication).length > 0;
  const lists = new Map<string, Listed>();
  const listed = (kind: PageKind, route: string, facts: Facts): Listed => {
    const values = facts.values && [siteFacts, ways(route), ...facts.values()];
    const before = listsBefore.get(prefix)?.get(route);
    const isSame = values && areSame(before?.values, values);
    const made =
      before && isSame ? before : { ...listedAnew(kind, route, siteFacts + ways(route), facts, prefix), values };
    if (values) lists.set(route, made);
    return made;
  };
  /** Where the masthead leads in other languages. */
  const ways = (route: string) =>
    hasOthers
      ? waysToOthers(publication, route)
          .map((way) => ` ${way.site.prefix}${way.route}`)
          .join('')
      : '';
  const list = <Kind extends PageKind>(kind: Kind, among: PagedSite): Listing => {
    const all = membersOf(kind, among).map((params) => listed(kind, routeOf(kind, params), factsOf[kind](params)));
    return { pages: all.map(({ page }) => page), indexed: all.flatMap(({ indexed = [] }) => indexed) };
  };
  const ofArticle = (article: Teaser) => {
    const { slug } = article;
    const { previous, next } = besidePart(publication, article) ?? {};
    const own = [siteFacts, ways(routes.article(slug)), ways(routes.versions(slug))];
    const values = [...own, publication.madeFrom(slug), previous, next, ...publication.related(slug)];
    return listedOnce(article, values, (kind) => list(kind, { ...withoutPages, articles: [article] }));
  };
  const lister = { siteFacts, list, ofArticle, lists };
  listers.set(publication, lister);
  return lister;
}

/** A listed page, and the values that determine it. */
type Listed = { page: Page; indexed: IndexedPage | undefined; values: readonly unknown[] | undefined };

/** The pages of lists of the last publication, for each language by their routes. */
const listsBefore = new Map<string, ReadonlyMap<string, Listed>>();

function listedAnew(
  kind: PageKind,
  route: string,
  siteFacts: string,
  facts: Facts,
  prefix: string,
): Pick<Listed, 'page' | 'indexed'> {
  const madeFrom = `${siteFacts} ${nameOf(facts.madeFrom())}`;
  const indexed = facts.indexed?.();
  return {
    page: {
      kind,
      route,
      status: 200,
      file: facts.file ?? `${prefix}${route.slice(1)}index.html`,
      madeFrom,
      language: languageOf(prefix),
    },
    indexed: indexed && { route, changed: indexed.changed },
  };
}

function languageOf(prefix: string): string | undefined {
  return prefix === '' ? undefined : prefix.slice(0, -1);
}

function areSame(before: readonly unknown[] | undefined, now: readonly unknown[]): boolean {
  return before?.length === now.length && now.every((value, index) => value === before[index]);
}

/** The kinds of pages that belong to one published article. */
const kindsOfArticle = ['article', 'versions', 'version'] as const satisfies readonly PageKind[];

type KindOfArticle = (typeof kindsOfArticle)[number];

function isOfArticle(kind: PageKind): kind is KindOfArticle {
  return kindsOfArticle.some((one) => one === kind);
}

/** A site without pages. */
const withoutPages: PagedSite = {
  articles: [],
  moved: [],
  expired: [],
  authors: [],
  topics: [],
  series: [],
  pages: [],
  redirects: [],
  hasGlossary: false,
  hasCorrections: false,
};

/** The last listed pages of articles. */
const listedBefore = new WeakMap<Teaser, { values: readonly unknown[]; listed: Record<KindOfArticle, Listing> }>();

/** Lists the pages of an article; the same objects as before if the values that determine them are the same. */
function listedOnce(
  article: Teaser,
  values: readonly unknown[],
  list: (kind: KindOfArticle) => Listing,
): Record<KindOfArticle, Listing> {
  const before = listedBefore.get(article);
  if (before && areSame(before.values, values)) return before.listed;
  const listed = { article: list('article'), versions: list('versions'), version: list('version') };
  listedBefore.set(article, { values, listed });
  return listed;
}

/** A short digest of facts; a text that is already a digest is not changed. */
function nameOf(facts: unknown): string {
  return typeof facts === 'string' ? facts : hash('sha256', JSON.stringify(facts), 'base64');
}
