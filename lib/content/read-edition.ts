import type { Body, Front, Redirect, Site } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import { checkReferences, checkTranslated, type Reference } from './article/references.ts';
import type { ArticleStore } from './article-store.ts';
import { checkAliases, checkLinks, pagesOnceShown } from './check-links.ts';
import { checkMenus } from './face/menus.ts';
import type { ContentFolder } from './files/source-file.ts';
import { formerIds } from './former-ids.ts';
import type { Groundwork } from './groundwork.ts';
import type { Catalogue } from './load-catalogue.ts';
import { loadFront } from './load-front.ts';
import { loadRedirects } from './load-redirects.ts';
import type { CachedArticle } from './resolve-article.ts';

/** Everything that a publication has in one language, complete or not. */
export type ReadEdition = {
  /** The language, as the names of files have it. */
  lang: string;
  /** `undefined` if `site.md` has errors. */
  site: Site | undefined;
  /** `undefined` if there is no `front.md`, or it has errors. */
  front: Front | undefined;
  redirects: Redirect[];
  catalogue: Catalogue;
  articles: CachedArticle[];
  /** The body of an article that has a teaser. */
  body: (slug: string) => Body;
};

/** Checks the articles of a language, `undefined` for the first, as readers see them at an instant. */
export type AtInstant = (
  articles: readonly ParsedArticle[],
  report: Report,
  inFront: readonly Reference[],
  language: string | undefined,
) => void;

/** What is read of a publication in one language. */
type EditionFiles = {
  folder: ContentFolder;
  groundwork: Groundwork;
  /** The articles that there are in it. */
  slugs: readonly string[];
  store: ArticleStore;
};

/**
 * Reads the articles of a publication in one language, and checks what they refer to.
 *
 * @param first What articles refer to in the first language, if this is another.
 */
export function readEdition(
  { folder, groundwork: { site: loadedSite, catalogue, settings, parse }, slugs, store }: EditionFiles,
  first: Catalogue | undefined,
  atInstant: AtInstant,
  report: Report,
): ReadEdition {
  const articles = slugs.map((slug) => store.get(slug, settings, () => parse(slug)));
  store.keepOnly(slugs);

  const parsed = articles.map((one) => one.parsed);
  const { authors: author, topics: topic, series, places: place, glossary } = catalogue;
  const former = {
    author: formerIds(author),
    topic: formerIds(topic),
    series: formerIds(series),
    article: new Map(parsed.flatMap(({ slug, aliases }) => aliases.map((alias) => [alias, slug]))),
  };
  const slugSet = new Set(slugs);
  const fine = first ? undefined : fineWith.getOrInsertComputed(catalogue, () => new WeakSet());
  for (const one of parsed) {
    const { slug, problems, reviewed, references, sections, isTranslation } = one;
    problems.forEach(report);
    if (!store.isForReaders) reviewed.forEach(report);
    if (fine?.has(one)) continue;
    const article = {
      has: (id: string) => id !== slug && slugSet.has(id),
      keys: () => slugs.filter((one) => one !== slug),
    };
    const section = { has: (id: string) => sections.includes(id), keys: () => new Set(sections) };
    const known = { author, topic, series, article, place, section };
    const inFirst = first && { author: first.authors, topic: first.topics, series: first.series, place: first.places };
    const rest = inFirst
      ? checkTranslated(references, loadedSite.lang, { author, topic, series, place }, inFirst, report)
      : references;
    // What the original names and nobody knows is reported there.
    if (isTranslation) continue;
    let isFine = references.every(({ kind }) => kind !== 'article');
    checkReferences(slug, rest, known, former, glossary, (problem) => {
      isFine = false;
      report(problem);
    });
    if (isFine) fine?.add(one);
  }
  checkMenus(loadedSite.menuIds, catalogue.pages.keys(), catalogue.topics.keys(), report);
  const { front, references: inFront, links: frontLinks } = loadFront(folder, loadedSite, report);
  checkReferences(
    '',
    inFront,
    { author, topic, series, article: slugSet, place, section: new Set() },
    former,
    glossary,
    report,
  );
  atInstant(parsed, report, inFront, first && loadedSite.lang);
  const pages = pagesOnceShown(parsed, catalogue);
  const { redirects, links: redirectLinks } = first
    ? { redirects: [], links: [] }
    : loadRedirects(folder, loadedSite, pages.has, report);
  checkAliases(parsed, report);
  // Readers may still see an earlier state of a faulty article, to whose parts other links lead.
  const shown = parsed.flatMap(({ slug, teaser }) =>
    teaser ? [] : (store.lastGood?.article(slug)?.article.parsed ?? []),
  );
  const all = [...parsed, ...shown];
  checkLinks(
    all,
    catalogue,
    shown.length === 0 ? pages : pagesOnceShown(all, catalogue),
    [...loadedSite.links, ...frontLinks, ...redirectLinks, ...catalogue.links, ...parsed.flatMap(({ links }) => links)],
    report,
  );
  return { lang: loadedSite.lang, site: loadedSite.site, front, redirects, catalogue, articles, body: store.body };
}

/** Articles whose references all lead somewhere with a catalogue, and to no other article: a resident build meets them again. */
const fineWith = new WeakMap<Catalogue, WeakSet<ParsedArticle>>();
