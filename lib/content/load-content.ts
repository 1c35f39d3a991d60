import { join } from 'node:path';
import { type ArticleStore, memoryStore } from './article-store.ts';
import { checkAliases, checkLinks } from './check-links.ts';
import { formerIds } from './former-ids.ts';
import { layGroundwork } from './groundwork.ts';
import type { Entries } from './load-catalogue.ts';
import type { Content } from './model.ts';
import type { Instant } from './moment.ts';
import { ContentError, comparePlaces, isError, type Problem, type Report } from './problem.ts';
import { checkReferences } from './references.ts';
import { resolveArticle } from './resolve-article.ts';
import type { Review } from './review.ts';
import { listFolder, openFolder } from './source-file.ts';
import { unrecordedChanges } from './unrecorded.ts';

/** Every problem of the content, and the content itself where none of them is an error. */
type Loaded = { content: Content | undefined; problems: Problem[] };

/**
 * Loads the content folder: the only way from files to articles.
 *
 * Every file is read even after a problem, so that one run tells them all, sorted by file and place.
 *
 * @param dir The folder, as problems shall name it.
 * @param store Where parsed articles are kept.
 * @param review Looks closer at texts as they are read.
 * @param now The instant at which published texts must be those that are recorded; they need not be where it is left out.
 */
export function loadContent(dir: string, store: ArticleStore = memoryStore(), review?: Review, now?: Instant): Loaded {
  const found: Problem[] = [];
  const { content, off } = load(dir, store, review, now, (problem) => found.push(problem));
  const problems = found.filter((problem) => isError(problem) || !off.has(problem.code));
  return { content: problems.some(isError) ? undefined : content, problems: problems.sort(comparePlaces) };
}

/** Loads content that has to be whole, as {@link wholeContent} says. */
export function loadWholeContent(dir: string, store?: ArticleStore, warn?: (count: number) => void): Content {
  return wholeContent(loadContent(dir, store), warn);
}

/**
 * The content that was loaded.
 *
 * @param warn Receives how many warnings there are, if there are any.
 * @throws ContentError with every error if it is not whole.
 */
export function wholeContent({ content, problems }: Loaded, warn?: (count: number) => void): Content {
  if (!content) throw new ContentError(problems.filter(isError));
  if (problems.length > 0) warn?.(problems.length);
  return content;
}

function load(
  dir: string,
  store: ArticleStore,
  review: Review | undefined,
  now: Instant | undefined,
  report: Report,
): { content: Content | undefined; off: ReadonlySet<string> } {
  let folder: ReturnType<typeof openFolder>;
  try {
    folder = openFolder(dir);
  } catch {
    const message = 'There is no such folder. Name the content folder with --content <dir>.';
    report({ file: dir, line: 1, column: 1, code: 'content-missing', message });
    return { content: undefined, off: new Set() };
  }
  const { site: loadedSite, catalogue, settings, parse } = layGroundwork(folder, store, report, review);
  const slugs = articleNames(dir, listFolder(folder, 'articles', report), report);
  const kept = slugs.map((slug) => store.get(slug, settings, () => parse(slug)));
  store.keepOnly(slugs);

  const parsed = kept.map((one) => one.parsed);
  const { authors: author, topics: topic, places: place, glossary } = catalogue;
  const former = { author: formerIds(author), topic: formerIds(topic) };
  for (const { problems, references, sections } of parsed) {
    problems.forEach(report);
    checkReferences(references, { author, topic, place, section: new Set(sections) }, former, glossary, report);
  }
  if (now !== undefined) unrecordedChanges(parsed, now).forEach(report);
  checkAliases(dir, parsed, report);
  checkLinks(
    parsed,
    catalogue,
    [...loadedSite.links, ...catalogue.links, ...parsed.flatMap(({ links }) => links)],
    report,
  );
  const content = loadedSite.site && {
    site: loadedSite.site,
    articles: kept.flatMap((one) => resolveArticle(one, catalogue, () => store.body(one.parsed.slug)) ?? []),
    authors: wholeOnes(author),
    topics: wholeOnes(topic),
    glossary: wholeOnes(glossary),
  };
  return { content, off: loadedSite.off };
}

function articleNames(dir: string, entries: readonly { name: string; isFolder: boolean }[], report: Report): string[] {
  return entries.flatMap(({ name, isFolder }) => {
    if (isFolder) return name;
    const message = `"${name}" lies beside the articles. Each article is a folder: move this into one.`;
    report({ file: join(dir, 'articles', name), line: 1, column: 1, code: 'file-name', message });
    return [];
  });
}

function wholeOnes<Entry>(entries: Entries<Entry>): Entry[] {
  return [...entries.values()].flatMap((entry) => entry ?? []);
}
