import type { Body, Content, ContentArticle, Front, PictureUse, Redirect, Site } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, comparePlaces, isError, type Problem, type Report } from '../model/problem.ts';
import { checkAhead } from './article/check-years.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import { checkReferences, type Reference } from './article/references.ts';
import type { Review } from './article/review.ts';
import { type ArticleStore, memoryStore } from './article-store.ts';
import { checkAliases, checkLinks, pagesOnceShown } from './check-links.ts';
import { checkPicks } from './check-picks.ts';
import { checkMenus } from './face/menus.ts';
import { articleFolders, checkPlaces } from './files/content-places.ts';
import { openFolder } from './files/source-file.ts';
import { formerIds } from './former-ids.ts';
import { layGroundwork } from './groundwork.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';
import { loadFront } from './load-front.ts';
import { loadRedirects } from './load-redirects.ts';
import { noPublication } from './no-publication.ts';
import { type KeptArticle, resolveArticle } from './resolve-article.ts';
import { unrecordedChanges } from './unrecorded.ts';

/** Every problem of the content, and the content itself if none is an error. */
type Loaded = { content: Content | undefined; problems: Problem[] };

/** Everything in a content folder, complete or not. */
export type ReadContent = {
  dir: string;
  /** `undefined` if `site.md` has errors. */
  site: Site | undefined;
  /** `undefined` if there is no `front.md`, or it has errors. */
  front: Front | undefined;
  redirects: Redirect[];
  catalogue: Catalogue;
  articles: KeptArticle[];
  /** The body of an article that has a teaser. */
  body: (slug: string) => Body;
  /** Every problem, sorted by file and place, except warnings that are turned off. */
  problems: Problem[];
};

/**
 * Loads the content folder: with {@link readContent}, the only way from files to articles.
 *
 * Every file is read even after a problem, so that one run reports them all, sorted by file and place.
 *
 * @param dir The folder, as problems should name it.
 * @param store Where parsed articles are stored.
 * @param review Reviews texts as they are read.
 * @param now The instant at which published texts must match their records; if omitted, they need not.
 */
export function loadContent(dir: string, store: ArticleStore = memoryStore(), review?: Review, now?: Instant): Loaded {
  const read = readContent(dir, store, review, now === undefined ? undefined : seenAt(dir, now));
  const { site, front, redirects, catalogue, articles, body, problems } = read;
  if (!site || problems.some(isError)) return { content: undefined, problems };
  const whole = articles.flatMap((one) => resolveArticle(one, catalogue, () => body(one.parsed.slug)) ?? []);
  return { content: contentOf({ site, front, redirects }, whole, catalogue), problems };
}

/** Every problem that {@link loadContent} reports, without putting the content together. */
export function problemsOf(dir: string, store: ArticleStore, review: Review, now: Instant): Problem[] {
  return readContent(dir, store, review, seenAt(dir, now)).problems;
}

/** Reports problems of what readers see at an instant. */
function seenAt(dir: string, now: Instant): AtInstant {
  return (articles, report, inFront) => {
    unrecordedChanges(articles, now).forEach(report);
    checkAhead(dir, articles, now, report);
    checkPicks(dir, articles, inFront, now, report);
  };
}

/** The content with these articles, and the entries that they refer to. */
export function contentOf(
  arranged: Pick<Content, 'site' | 'front' | 'redirects'>,
  articles: ContentArticle[],
  { authors, topics, series, glossary, pages }: Catalogue,
): Content {
  return {
    ...arranged,
    articles,
    authors: wholeOnes(authors),
    topics: wholeOnes(topics),
    series: wholeOnes(series),
    glossary: wholeOnes(glossary),
    pages: wholeOnes(pages),
  };
}

/** The picture files of all articles and authors. */
export function picturesIn({ articles, authors }: Content): PictureUse[] {
  return [...articles.flatMap(({ pictures }) => pictures), ...authors.flatMap(({ picture }) => picture ?? [])];
}

/**
 * Loads content that must have no errors.
 *
 * @throws ContentError with every error if it has any.
 */
export function loadWholeContent(dir: string): Content {
  const { content, problems } = loadContent(dir);
  if (!content) throw new ContentError(problems.filter(isError));
  return content;
}

/** Checks the articles as readers see them at an instant. */
export type AtInstant = (articles: readonly ParsedArticle[], report: Report, inFront: readonly Reference[]) => void;

/** Reads the content folder as {@link loadContent} does, even if it has errors. */
export function readContent(
  dir: string,
  store: ArticleStore,
  review?: Review,
  atInstant: AtInstant = () => {},
): ReadContent {
  const found: Problem[] = [];
  const report: Report = (problem) => found.push(problem);
  const nothing = noPublication(dir);
  if (nothing !== undefined) {
    report({ file: dir, line: 1, column: 1, code: 'content-missing', message: nothing });
    return {
      dir,
      site: undefined,
      front: undefined,
      redirects: [],
      catalogue: emptyCatalogue,
      articles: [],
      body: store.body,
      problems: found,
    };
  }
  const folder = openFolder(dir);
  const { site: loadedSite, catalogue, settings, parse } = layGroundwork(folder, store, report, review);
  checkPlaces(folder, report);
  const slugs = articleFolders(folder, report, store.isUnchanged);
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
  for (const { slug, problems, references, sections } of parsed) {
    problems.forEach(report);
    const article = {
      has: (id: string) => id !== slug && slugSet.has(id),
      keys: () => slugs.filter((one) => one !== slug),
    };
    const section = { has: (id: string) => sections.includes(id), keys: () => new Set(sections) };
    const known = { author, topic, series, article, place, section };
    checkReferences(slug, references, known, former, glossary, report);
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
  atInstant(parsed, report, inFront);
  const pages = once(() => pagesOnceShown(parsed, catalogue));
  const isPage = (route: string) => pages().has(route);
  const { redirects, links: redirectLinks } = loadRedirects(folder, loadedSite, isPage, report);
  checkAliases(dir, parsed, report);
  // Readers may still see an earlier state of a faulty article, to whose parts other links lead.
  const shown = parsed.flatMap(({ slug, teaser }) =>
    teaser ? [] : (store.lastGood?.article(slug)?.article.parsed ?? []),
  );
  const all = [...parsed, ...shown];
  checkLinks(
    all,
    catalogue,
    shown.length === 0 ? pages : once(() => pagesOnceShown(all, catalogue)),
    [...loadedSite.links, ...frontLinks, ...redirectLinks, ...catalogue.links, ...parsed.flatMap(({ links }) => links)],
    report,
  );
  const problems = found.filter((problem) => isError(problem) || !loadedSite.off.has(problem.code));
  return {
    dir,
    site: loadedSite.site,
    front,
    redirects,
    catalogue,
    articles,
    body: store.body,
    problems: problems.sort(comparePlaces),
  };
}

/** Calls a function once, and only if its answer is needed. */
function once<Answer extends object>(ask: () => Answer): () => Answer {
  let answer: Answer | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

const emptyCatalogue: Catalogue = {
  authors: new Map(),
  topics: new Map(),
  series: new Map(),
  glossary: new Map(),
  places: new Map(),
  pages: new Map(),
  links: [],
};

function wholeOnes<Entry>(entries: Entries<Entry>): Entry[] {
  return [...entries.values()].flatMap((entry) => entry ?? []);
}
