import { createHash } from 'node:crypto';
import { fileOfFormerPath } from '../model/former-path.ts';
import { type ListPage, listPages } from '../model/list-pages.ts';
import type { Author, Teaser, Topic } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { membersOf, type PagedSite, type PageKind, type ParamsOf, pageKinds, routeOf } from '../model/page-kinds.ts';
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
import { lastChange } from './last-change.ts';
import { pagedSite } from './paged-site.ts';
import type { Publication } from './publish.ts';
import { menuFacts } from './site-menus.ts';
import { siteTopics } from './site-topics.ts';
import { briefDigest, listedDigest } from './teaser-digest.ts';
import { ofToday } from './today.ts';

/**
 * A page of the finished site: its kind, the route that Next is asked for, the status it must answer with, the file's path,
 * and what names the content that it is made from. A page must not show what is not named here: it would not change with it.
 */
export type Page = {
  kind: PageKind | 'notFound';
  route: string;
  status: 200 | 404;
  file: string;
  madeFrom: string;
};

/** A page that search engines may show, and when it last said something new, where that is known. */
export type IndexedPage = { route: string; changed: Instant | undefined };

/** What is known of a page: the content that it is made from, and where search engines may show it, when that changed. */
type Facts = {
  /** The path of its file, if it is not the one of its route. */
  file?: string;
  madeFrom: () => unknown;
  indexed?: () => { changed: Instant | undefined } | undefined;
};

/** What is known of the pages of each kind. */
type FactsOf = { [Kind in PageKind]: (params: ParamsOf<Kind>) => Facts };

/**
 * Every page of a publication. The pages of an article that is what it was are the same objects as before: a resident build
 * meets nearly all of them again.
 */
export function pagesOf(publication: Publication): Page[] {
  return listedPages(publication).pages;
}

/**
 * Every page that search engines may show: not the single versions of articles, nor what has moved or was taken down, nor
 * authors and topics that have no other articles.
 *
 * An article changes with an update or a correction, and a list with the newest of its articles.
 */
export function indexedPages(publication: Publication): IndexedPage[] {
  return listedPages(publication).indexed;
}

/** Pages of one kind, and those of them that search engines may show. */
type Listing = { pages: Page[]; indexed: IndexedPage[] };

/** The lists of a publication that were made before: several stages of a build ask for them. */
const listings = new WeakMap<Publication, Listing>();

function listedPages(publication: Publication): Listing {
  const known = listings.get(publication);
  if (known) return known;
  const { site, articles, glossary } = publication;
  const hasCorrections = articles.some((article) => article.corrections.length > 0);
  // All pages are made from the site's facts, and some thousand times its About text would take long to compare.
  const siteFacts = nameOf([
    site,
    glossary.length > 0,
    hasCorrections,
    siteTopics(publication),
    menuFacts(publication),
  ]).slice(0, 22);
  const paged = pagedSite(publication);
  const factsOf = factsIn(publication);
  const list = <Kind extends PageKind>(kind: Kind, among: PagedSite): Listing => {
    const all = membersOf(kind, among).map((params) => ({
      route: routeOf(kind, params),
      facts: factsOf[kind](params),
    }));
    return {
      pages: all.map(({ route, facts }): Page => {
        const madeFrom = `${siteFacts} ${nameOf(facts.madeFrom())}`;
        return { kind, route, status: 200, file: facts.file ?? `${route.slice(1)}index.html`, madeFrom };
      }),
      indexed: all.flatMap(({ route, facts }) => {
        const indexed = facts.indexed?.();
        return indexed ? { route, changed: indexed.changed } : [];
      }),
    };
  };
  const ofArticles = articles.map((article) => {
    const params = { slug: article.slug, number: '1' };
    const facts = JSON.stringify([siteFacts, ...kindsOfArticle.map((kind) => factsOf[kind](params).madeFrom())]);
    return listedOnce(article, facts, (kind) => list(kind, { ...withoutPages, articles: [article] }));
  });
  const parts = (Object.keys(pageKinds) as PageKind[]).map((kind): Listing => {
    if (!isOfArticle(kind)) return list(kind, paged);
    const own = ofArticles.map((listed) => listed[kind]);
    return { pages: own.flatMap(({ pages }) => pages), indexed: own.flatMap(({ indexed }) => indexed) };
  });
  const listing = {
    pages: [
      ...parts.flatMap(({ pages }) => pages),
      // The route at which Next keeps the page of global-not-found.tsx, which has no address of its own.
      {
        kind: 'notFound' as const,
        route: '/_not-found/',
        status: 404 as const,
        file: '404.html',
        madeFrom: `${siteFacts} ${nameOf([newestFew(publication).map(briefDigest), publication.notFound])}`,
      },
    ],
    indexed: parts.flatMap(({ indexed }) => indexed),
  };
  listings.set(publication, listing);
  return listing;
}

/** The kinds of pages that belong to one article that readers may see. */
const kindsOfArticle = ['article', 'versions', 'version'] as const satisfies readonly PageKind[];

type KindOfArticle = (typeof kindsOfArticle)[number];

function isOfArticle(kind: PageKind): kind is KindOfArticle {
  return kindsOfArticle.some((one) => one === kind);
}

/** A site of which no page is known. */
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

/** The pages of articles as they were listed last. */
const listedBefore = new WeakMap<Teaser, { facts: string; listed: Record<KindOfArticle, Listing> }>();

/** Lists the pages of an article; the same objects as before where the facts are the same. */
function listedOnce(
  article: Teaser,
  facts: string,
  list: (kind: KindOfArticle) => Listing,
): Record<KindOfArticle, Listing> {
  const before = listedBefore.get(article);
  if (before?.facts === facts) return before.listed;
  const listed = { article: list('article'), versions: list('versions'), version: list('version') };
  listedBefore.set(article, { facts, listed });
  return listed;
}

/** Names facts in a few characters; a text that is a name already stays as it is. */
function nameOf(facts: unknown): string {
  return typeof facts === 'string' ? facts : createHash('sha256').update(JSON.stringify(facts)).digest('base64');
}

/** The other half of the table of pages: {@link pageKinds} says which pages there are and where. */
function factsIn(publication: Publication): FactsOf {
  const { site, now, articles, topics, authors, series } = publication;
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const movedTo = new Map(publication.moved.map(({ from, to }) => [from, to]));
  const expired = new Map(publication.expired.map((article) => [article.slug, article]));
  const newest = newestFew(publication).map(briefDigest);
  const today = new Set(ofToday(articles, now, site.timeZone));
  const corrections = allCorrections(publication);

  const cut = new Map<readonly Teaser[], ReadonlyMap<string, ListPage<Teaser>>>();
  /** A page of a list: the newest shows what is known of its subject, and the numbered ones its name alone. */
  const list = (entries: readonly Teaser[], number: string, subject: Topic | Author | undefined): Facts => {
    const pages =
      cut.get(entries) ?? new Map(listPages(entries).map((page) => [String(page.number ?? ''), page] as const));
    cut.set(entries, pages);
    const page = pages.get(number);
    const shown = page?.entries ?? [];
    return {
      madeFrom: () => [
        number === '' ? subject : subject?.name,
        shown.map(listedDigest),
        shown.filter((article) => today.has(article)).length,
        // A list of one shows what only the article's own page shows else.
        entries.length === 1 && shown.map(({ slug }) => publication.madeFrom(slug)),
        page?.older?.number,
        page?.newer?.number,
      ],
      // A list of a subject whose articles were all taken down stays for those who have its address.
      indexed: () =>
        subject && shown.length === 0
          ? undefined
          : { changed: shown.length > 0 ? Math.max(...shown.map(lastChange)) : undefined },
    };
  };
  const ofTopic = (id: string, number = '') =>
    list(
      articlesOn(publication, id),
      number,
      topics.find((topic) => topic.id === id),
    );
  const ofAuthor = (id: string, number = '') =>
    list(
      articlesBy(publication, id),
      number,
      authors.find((author) => author.id === id),
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
      const facts = list(articles, '', undefined);
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
    archive: ({ number }) => list(articles, number, undefined),
    about: () => ({ madeFrom: () => [], indexed: () => ({ changed: undefined }) }),
    search: () => ({
      madeFrom: () => [topicsInUse(publication).map(({ id, name }) => [id, name]), yearsOf(articles, site.timeZone)],
    }),
    article: ({ slug }) => ({
      madeFrom: () => [publication.madeFrom(slug), publication.related(slug).map(briefDigest), partsBeside(slug)],
      // What others published first they are to be found with.
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
