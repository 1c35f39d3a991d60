import { join } from 'node:path';
import { type ArticleStore, memoryStore } from './article-store.ts';
import { checkAliases, checkLinks } from './check-links.ts';
import { layGroundwork } from './groundwork.ts';
import type { Entries } from './load-catalogue.ts';
import type { Content } from './model.ts';
import { ContentError, comparePlaces, type Problem, type Report } from './problem.ts';
import { checkReferences } from './references.ts';
import { resolveArticle } from './resolve-article.ts';
import { listFolder, openFolder } from './source-file.ts';

/** The content where it is whole, and every problem where it is not. */
type Loaded = { content: Content; problems: [] } | { content: undefined; problems: Problem[] };

/**
 * Loads the content folder: the only way from files to articles.
 *
 * Every file is read even after a problem, so that one run tells them all, sorted by file and place.
 *
 * @param dir The folder, as problems shall name it.
 * @param store Where parsed articles are kept.
 */
export function loadContent(dir: string, store: ArticleStore = memoryStore()): Loaded {
  const problems: Problem[] = [];
  const content = load(dir, store, (problem) => problems.push(problem));
  if (content && problems.length === 0) return { content, problems: [] };
  return { content: undefined, problems: problems.sort(comparePlaces) };
}

/**
 * Loads content that is known to be whole.
 *
 * @throws ContentError with every problem where it is not.
 */
export function loadWholeContent(dir: string, store?: ArticleStore): Content {
  const { content, problems } = loadContent(dir, store);
  if (!content) throw new ContentError(problems);
  return content;
}

function load(dir: string, store: ArticleStore, report: Report): Content | undefined {
  let folder: ReturnType<typeof openFolder>;
  try {
    folder = openFolder(dir);
  } catch {
    const message = 'There is no such folder. Name the content folder with --content <dir>.';
    report({ file: dir, line: 1, column: 1, code: 'content-missing', message });
    return undefined;
  }
  const { site: loadedSite, catalogue, settings, parse } = layGroundwork(folder, store, report);
  const slugs = articleNames(dir, listFolder(folder, 'articles', report), report);
  const kept = slugs.map((slug) => store.get(slug, settings, () => parse(slug)));
  store.keepOnly(slugs);

  const parsed = kept.map((one) => one.parsed);
  const { authors: author, topics: topic, places: place, glossary } = catalogue;
  for (const { problems, references, sections } of parsed) {
    problems.forEach(report);
    checkReferences(references, { author, topic, place, section: new Set(sections) }, glossary, report);
  }
  checkAliases(dir, parsed, report);
  checkLinks(
    parsed,
    catalogue,
    [...loadedSite.links, ...catalogue.links, ...parsed.flatMap(({ links }) => links)],
    report,
  );
  return (
    loadedSite.site && {
      site: loadedSite.site,
      articles: kept.flatMap((one) => resolveArticle(one, catalogue, () => store.body(one.parsed.slug)) ?? []),
      authors: wholeOnes(author),
      topics: wholeOnes(topic),
      glossary: wholeOnes(glossary),
    }
  );
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
