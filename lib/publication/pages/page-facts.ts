import { fileOfFormerPath } from '../../model/former-path.ts';
import { type ListPage, listPages } from '../../model/list-pages.ts';
import type { Author, Teaser, Topic } from '../../model/model.ts';
import type { Instant } from '../../model/moment.ts';
import type { PageKind, ParamsOf } from '../../model/page-kinds.ts';
import { type ListOf, untranslated } from '../editions.ts';
import {
  allCorrections,
  besidePart,
  findNamed,
  findRedirect,
  mentionedEntries,
  newestFew,
  partsOf,
  titleAt,
  topicsInUse,
  yearsOf,
} from '../find.ts';
import { frontPage } from '../front-page.ts';
import { groupsOf } from '../groups.ts';
import { lastChange } from '../last-change.ts';
import type { Publication } from '../publish.ts';
import { briefDigest, listedDigest } from '../teaser-digest.ts';
import { ofToday } from '../today.ts';

/** The facts of a page: the content that it is made from and, if search engines may show it, when that changed. */
export type Facts = {
  /** The path of its file, if it differs from its route. */
  file?: string;
  madeFrom: () => unknown;
  /** Values that determine all others: while each is the same value or object as before, so is the page. */
  values?: () => readonly unknown[];
  indexed?: () => { changed: Instant | undefined } | undefined;
};

/** The facts of the pages of each kind. */
export type FactsOf = { [Kind in PageKind]: (params: ParamsOf<Kind>) => Facts };

/** The second half of the table of pages: `pageKinds` says which pages there are and where, this what each is made from. */
export function factsIn(publication: Publication): FactsOf {
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
  /** A page of the list of a topic's or an author's articles. */
  const listOf = (kind: 'topics' | 'authors', id: string, number = '') =>
    list(
      groupsOf(articles)[kind].get(id) ?? [],
      number,
      publication[kind].find((one) => one.id === id),
      kind,
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
    topic: ({ id }) => listOf('topics', id),
    movedTopic: ({ id }) => ({ madeFrom: () => findNamed(topics, id) }),
    topicArchive: ({ id, number }) => listOf('topics', id, number),
    author: ({ id }) => listOf('authors', id),
    movedAuthor: ({ id }) => ({ madeFrom: () => findNamed(authors, id) }),
    authorArchive: ({ id, number }) => listOf('authors', id, number),
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
