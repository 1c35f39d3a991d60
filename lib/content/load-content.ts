import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Content, ContentArticle, PictureUse } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, comparePlaces, isError, type Problem, type Report } from '../model/problem.ts';
import { checkAhead } from './article/check-years.ts';
import type { Review } from './article/review.ts';
import { type ArticleStore, memoryStore } from './article-store.ts';
import { checkPicks } from './check-picks.ts';
import { articleFolders, checkPlaces } from './files/content-places.ts';
import { type ContentFolder, openFolder } from './files/source-file.ts';
import { layGroundwork, layGroundworkIn } from './groundwork.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';
import { noPublication } from './no-publication.ts';
import { type AtInstant, type ReadEdition, readEdition } from './read-edition.ts';
import { resolveArticle } from './resolve-article.ts';
import { type Edition, isFirst, nameIn } from './translations/edition.ts';
import { fileLanguage } from './translations/file-language.ts';
import { unrecordedChanges } from './unrecorded.ts';

/** Every problem of the content, and the content itself if none is an error. */
type Loaded = { content: Content | undefined; problems: Problem[] };

/** Everything in a content folder, complete or not. */
export type ReadContent = ReadEdition & {
  dir: string;
  /** Every problem, sorted by file and place, except warnings that are turned off. */
  problems: Problem[];
  /** Those of them that are errors. */
  errors: Problem[];
  /** The same publication in its other languages; their problems are among those of the first. */
  others: ReadContent[];
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
  const read = readContent(dir, store, review, now === undefined ? undefined : seenAt(now));
  const { problems, errors } = read;
  return { content: errors.length > 0 ? undefined : resolveContent(read), problems };
}

/** Every problem that {@link loadContent} reports, without putting the content together. */
export function problemsOf(dir: string, store: ArticleStore, review: Review, now: Instant): Problem[] {
  return readContent(dir, store, review, seenAt(now)).problems;
}

/** Reports problems of what readers see at an instant. */
function seenAt(now: Instant): AtInstant {
  return (articles, report, inFront) => {
    unrecordedChanges(articles, now).forEach(report);
    checkAhead(articles, now, report);
    checkPicks(articles, inFront, now, report);
  };
}

/** The content that was read without an error; `undefined` where there is no site. */
function resolveContent({
  site,
  front,
  redirects,
  catalogue,
  articles,
  body,
  others,
}: ReadContent): Content | undefined {
  if (!site) return undefined;
  const whole = articles.flatMap((one) => resolveArticle(one, catalogue, () => body(one.parsed.slug)) ?? []);
  const inOthers = others.flatMap((other) => resolveContent(other) ?? []);
  return contentOf({ site, front, redirects, others: inOthers }, whole, catalogue);
}

/** The content with these articles, and the entries that they refer to. */
export function contentOf(
  arranged: Pick<Content, 'site' | 'front' | 'redirects' | 'others'>,
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
export function picturesIn({ articles, authors, others }: Content): PictureUse[] {
  return [
    ...articles.flatMap(({ pictures }) => pictures),
    ...authors.flatMap(({ picture }) => picture ?? []),
    ...others.flatMap(picturesIn),
  ];
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
      lang: '',
      site: undefined,
      front: undefined,
      redirects: [],
      catalogue: emptyCatalogue,
      articles: [],
      body: store.body,
      problems: found,
      errors: found,
      others: [],
    };
  }
  const folder = openFolder(dir);
  const groundwork = layGroundwork(folder, store, report, review);
  const { site } = groundwork;
  checkPlaces(folder, (name) => isTranslatedPlace(name, site), report);
  const folders = articleFolders(folder, report, store.isUnchanged);
  const slugs = articlesIn(site, folder, folders);
  const first = readEdition({ folder, groundwork, slugs, store }, undefined, atInstant, report);
  const { redirects } = first;
  const others = site.languages.slice(1).map((lang) => {
    const problems: Problem[] = [];
    const tell: Report = (problem) => problems.push(problem);
    const inLang = layGroundworkIn(lang, site, folder, store.in(lang), tell);
    const own = articlesIn(inLang.site, folder, folders);
    const edition = { folder, groundwork: inLang, slugs: own, store: store.in(lang) };
    const read = readEdition(edition, groundwork.catalogue, atInstant, tell);
    // An original at fault is at fault in each of its translations.
    const told = new Set(found.map((problem) => JSON.stringify(problem)));
    found.push(...problems.filter((problem) => !told.has(JSON.stringify(problem))));
    return { dir, ...read, redirects: [], ...visible(problems, site.off), others: [] };
  });
  return { dir, ...first, redirects, ...visible(found, site.off), others };
}

/** Whether a file beside `site.md` is that or `front.md` in another language. */
function isTranslatedPlace(name: string, { languages: [, ...others] }: Edition): boolean {
  const { original = '', language = '' } = fileLanguage(name) ?? {};
  return others.includes(language) && ['site.md', 'front.md'].includes(original);
}

/** Those of the folders that have an article in a language. */
export function articlesIn(edition: Edition, folder: ContentFolder, folders: readonly string[]): string[] {
  return folders.filter((slug) => isIn(edition, folder, slug));
}

/** Whether there is an article in a language: in the first there is unless all its texts are in others. */
function isIn(edition: Edition, { dir }: ContentFolder, slug: string): boolean {
  const has = (name: string) => existsSync(join(dir, 'articles', slug, name));
  if (!isFirst(edition)) return has(nameIn(edition, 'index.md'));
  const [, ...others] = edition.languages;
  // The system need not be asked about each of many articles.
  if (others.length === 0) return true;
  if (has('index.md') || !others.some((language) => has(`index.${language}.md`))) return true;
  return readdirSync(join(dir, 'articles', slug)).some((name) => name.endsWith('.md') && !fileLanguage(name));
}

/** The problems in the order of their places, without warnings that are turned off. One pass: 10,000 articles may have 70,000. */
function visible(found: readonly Problem[], off: ReadonlySet<string>): Pick<ReadContent, 'problems' | 'errors'> {
  const problems: Problem[] = [];
  const errors: Problem[] = [];
  for (const problem of found) {
    if (isError(problem)) errors.push(problem);
    else if (off.has(problem.code)) continue;
    problems.push(problem);
  }
  return { problems: problems.sort(comparePlaces), errors: errors.sort(comparePlaces) };
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
