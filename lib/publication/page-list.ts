import { hash } from 'node:crypto';
import { fileOfFormerPath } from '../model/former-path.ts';
import { type ListPage, listPages } from '../model/list-pages.ts';
import type { Author, Teaser, Topic } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { membersOf, type PagedSite, type PageKind, type ParamsOf, pageKinds, routeOf } from '../model/page-kinds.ts';
import { routes } from '../model/urls.ts';
import { type ListOf, otherEditions, untranslated, waysToOthers } from './editions.ts';
import {
  allCorrections,
  articlesBy,
  articlesOn,
  besidePart,
  findNamed,
  findRedirect,
  mentionedEntries,
  newestFew,
  partsOf,
  titleAt,
  topicsInUse,
  yearsOf,
} from './find.ts';
import { frontPage } from './front-page.ts';
import { groupsOf } from './groups.ts';
import { lastChange } from './last-change.ts';
import { pagedSite } from './paged-site.ts';
import type { Publication } from './publish.ts';
import { menuFacts } from './site-menus.ts';
import { siteTopics } from './site-topics.ts';
import { briefDigest, listedDigest } from './teaser-digest.ts';
import { ofToday } from './today.ts';

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

/** The facts of a page: the content that it is made from and, if search engines may show it, when that changed. */
type Facts = {
  /** The path of its file, if it differs from its route. */
  file?: string;
  madeFrom: () => unknown;
  /** Values that determine all others: while each is the same value or object as before, so is the page. */
  values?: () => readonly unknown[];
  indexed?: () => { changed: Instant | undefined } | undefined;
};

/** The facts of the pages of each kind. */
type FactsOf = { [Kind in PageKind]: (params: ParamsOf<Kind>) => Facts };

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

/** The second half of the table of pages: {@link pageKinds} says which pages there are and where. */
function factsIn(publication: Publication): FactsOf {
  const { site, now, articles, topics, authors, series } = publication;
  const { slugs: bySlug } = groupsOf(articles);
  const movedTo = new Map(publication.moved.map(({ from, to }) => [from, to]));
  const expired = new Map(publication.expired.map((article) => [article.slug, article]));
  const newest = newestFew(publication).map(briefDigest);
  const today = new Set(ofToday(articles, now, site.timeZone));
  const corrections = allCorrections(publication);

  const cut = new Map<readonly Teaser[], ReadonlyMap<string, ListPage<Teaser>>>();
  /** A page of a list: the newest shows everything about its subject, and numbered ones only its name. */
  const list = (entries: readonly Teaser[], number: string, subject?: Topic | Author, kind?: ListOf['kind']): Facts => {
    const pages =
      cut.get(entries) ?? new Map(listPages(entries).map((page) => [String(page.number ?? ''), page] as const));
    cut.set(entries, pages);
    const page = pages.get(number);
    const shown = page?.entries ?? [];
    const isOfToday = shown.filter((article) => today.has(article)).length;
    const elsewhere = number === '' ? inOtherLanguages(subject && kind && { kind, id: subject.id }) : [];
    // A list of a single article also shows what otherwise only the article's own page shows.
    const whole = entries.length === 1 && shown.map(({ slug }) => publication.madeFrom(slug));
    const beside = [page?.older?.number, page?.newer?.number];
    return {
      madeFrom: () => [
        number === '' ? subject : subject?.name,
        shown.map(listedDigest),
        isOfToday,
        whole,
        ...beside,
        ...elsewhere.map((article) => [listedDigest(article), isToday(article)]),
      ],
      values: () => [
        number === '' ? JSON.stringify(subject) : subject?.name,
        isOfToday,
        String(whole),
        ...beside,
        ...shown,
        ...elsewhere.flatMap((article) => [article, isToday(article)]),
      ],
      // The list of a subject whose articles were all taken down stays for readers who have its address.
      indexed: () =>
        subject && shown.length === 0
          ? undefined
          : { changed: shown.length > 0 ? Math.max(...shown.map(lastChange)) : undefined },
    };
  };
  /** The articles on the same subject that are in other languages alone. */
  const inOtherLanguages = (of?: ListOf) => untranslated(publication, of).flatMap((other) => other.articles);
  const isToday = (article: Teaser) => ofToday([article], now, site.timeZone).length > 0;
  const ofTopic = (id: string, number = '') =>
    list(
      articlesOn(publication, id),
      number,
      topics.find((topic) => topic.id === id),
      'topics',
    );
  const ofAuthor = (id: string, number = '') =>
    list(
      articlesBy(publication, id),
      number,
      authors.find((author) => author.id === id),
      'authors',
    );
  const partsBeside = (slug: string) => {
    const article = bySlug.get(slug);
    const beside = article && besidePart(publication, article);
    return beside && [beside.previous, beside.next].map((part) => part && [part.slug, part.title]);
  };
  const changeOf = (slug: string) => {
    const article = bySlug.get(slug);
    return article && { changed: lastChange(article) };
  };
  const moved = (slug: string): Facts => {
    const to = movedTo.get(slug);
    return { madeFrom: () => to && listedDigest(to) };
  };
  const version = (slug: string): Facts => ({ madeFrom: () => publication.madeFrom(slug) });

  return {
    front: () => {
      const { values: _, ...facts } = list(articles, '');
      const { note, top, blocks, rest } = frontPage(publication);
      const digests = (shown: readonly Teaser[]) => shown.map(listedDigest);
      const arranged = [
        note,
        digests(top),
        blocks.map((block) => [block.topic, digests(block.articles)]),
        digests(rest),
      ];
      return { ...facts, madeFrom: () => [facts.madeFrom(), arranged] };
    },
    archive: ({ number }) => list(articles, number),
    about: () => ({ madeFrom: () => [], indexed: () => ({ changed: undefined }) }),
    search: () => ({
      madeFrom: () => [topicsInUse(publication).map(({ id, name }) => [id, name]), yearsOf(articles, site.timeZone)],
    }),
    article: ({ slug }) => ({
      madeFrom: () => [publication.madeFrom(slug), publication.related(slug).map(briefDigest), partsBeside(slug)],
      // Search engines should find the original of what others published first.
      indexed: () => (bySlug.get(slug)?.firstPublished ? undefined : changeOf(slug)),
    }),
    movedArticle: ({ slug }) => moved(slug),
    expiredArticle: ({ slug }) => ({ madeFrom: () => [expired.get(slug), newest] }),
    versions: ({ slug }) => ({ ...version(slug), indexed: () => changeOf(slug) }),
    movedVersions: ({ slug }) => moved(slug),
    version: ({ slug }) => version(slug),
    movedVersion: ({ slug }) => moved(slug),
    corrections: () => ({
      madeFrom: () => corrections.map(({ article: { slug, title }, correction }) => [slug, title, correction]),
      indexed: () => ({ changed: corrections[0]?.correction.recorded }),
    }),
    topic: ({ id }) => ofTopic(id),
    movedTopic: ({ id }) => ({ madeFrom: () => findNamed(topics, id) }),
    topicArchive: ({ id, number }) => ofTopic(id, number),
    author: ({ id }) => ofAuthor(id),
    movedAuthor: ({ id }) => ({ madeFrom: () => findNamed(authors, id) }),
    authorArchive: ({ id, number }) => ofAuthor(id, number),
    series: ({ id }) => {
      const parts = partsOf(publication, id);
      return {
        madeFrom: () => [
          findNamed(series, id),
          parts.map(listedDigest),
          parts.filter((part) => today.has(part)).length,
          ...inOtherLanguages({ kind: 'series', id }).map((article) => [listedDigest(article), isToday(article)]),
        ],
        indexed: () => (parts.length > 0 ? { changed: Math.max(...parts.map(lastChange)) } : undefined),
      };
    },
    movedSeries: ({ id }) => ({ madeFrom: () => findNamed(series, id) }),
    staticPage: ({ id }) => ({
      madeFrom: () => publication.pages.find((page) => page.id === id),
      indexed: () => ({ changed: undefined }),
    }),
    formerPath: ({ path }) => {
      const redirect = findRedirect(publication, path);
      const title = redirect && titleAt(publication, redirect.to);
      return { file: fileOfFormerPath(redirect?.from ?? ''), madeFrom: () => [redirect?.to, title] };
    },
    glossary: () => ({
      madeFrom: () =>
        mentionedEntries(publication).map(({ entry, articles: named }) => [
          entry,
          named.map(({ slug, title }) => [slug, title]),
        ]),
      indexed: () => ({ changed: undefined }),
    }),
  };
}
