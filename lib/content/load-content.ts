import { join } from 'node:path';
import { routes } from '../article/urls.ts';
import { type LoadedArticle, loadArticle } from './load-article.ts';
import { type Catalogue, type Entries, loadCatalogue } from './load-catalogue.ts';
import { loadSite } from './load-site.ts';
import type { Content } from './model.ts';
import { nearest } from './nearest.ts';
import { ContentError, comparePlaces, type Problem, type Report } from './problem.ts';
import type { InternalLink } from './read-markdown.ts';
import { listFolder, openFolder } from './source-file.ts';

/** The content where it is whole, and every problem where it is not. */
type Loaded = { content: Content; problems: [] } | { content: undefined; problems: Problem[] };

/**
 * Loads the content folder: the only way from files to articles.
 *
 * Every file is read even after a problem, so that one run tells them all, sorted by file and place.
 *
 * @param dir The folder, as problems shall name it.
 */
export function loadContent(dir: string): Loaded {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const content = load(dir, report);
  if (content && problems.length === 0) return { content, problems: [] };
  return { content: undefined, problems: problems.sort(comparePlaces) };
}

/**
 * Loads content that is known to be whole.
 *
 * @throws ContentError with every problem where it is not.
 */
export function loadWholeContent(dir: string): Content {
  const { content, problems } = loadContent(dir);
  if (!content) throw new ContentError(problems);
  return content;
}

function load(dir: string, report: Report): Content | undefined {
  let folder: ReturnType<typeof openFolder>;
  try {
    folder = openFolder(dir);
  } catch {
    const message = 'There is no such folder. Name the content folder with --content <dir>.';
    report({ file: dir, line: 1, column: 1, code: 'content-missing', message });
    return undefined;
  }
  const loadedSite = loadSite(folder, report);
  const catalogue = loadCatalogue(folder, loadedSite.renderer, report);

  const loaded: LoadedArticle[] = [];
  const slugs: string[] = [];
  for (const { name, isFolder } of listFolder(folder, 'articles', report)) {
    if (!isFolder) {
      const message = `"${name}" lies beside the articles. Each article is a folder: move this into one.`;
      report({ file: join(dir, 'articles', name), line: 1, column: 1, code: 'file-name', message });
      continue;
    }
    slugs.push(name);
    loaded.push(loadArticle(folder, name, loadedSite, catalogue, report));
  }
  const articles = loaded.flatMap(({ article }) => article ?? []);
  checkAliases(dir, articles, slugs, report);
  const links = [...loadedSite.links, ...catalogue.links, ...loaded.flatMap((one) => one.links)];
  checkLinks(articles, slugs, catalogue, links, report);
  return (
    loadedSite.site && {
      site: loadedSite.site,
      articles,
      authors: wholeOnes(catalogue.authors),
      topics: wholeOnes(catalogue.topics),
      glossary: wholeOnes(catalogue.glossary),
    }
  );
}

function wholeOnes<Entry>(entries: Entries<Entry>): Entry[] {
  return [...entries.values()].flatMap((entry) => entry ?? []);
}

/** No former slug may be another article's slug or former slug. */
function checkAliases(dir: string, articles: Content['articles'], slugs: readonly string[], report: Report): void {
  const owners = new Map(slugs.map((slug) => [slug, slug]));
  for (const { slug, aliases } of articles) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) {
        const file = join(dir, 'articles', slug, 'index.md');
        const message = `The alias "${alias}" is taken by the article ${owner}. Take it out of one of the two.`;
        report({ file, line: 1, column: 1, code: 'slug-twice', message });
      }
      owners.set(alias, slug);
    }
  }
}

/** Every link inside the site must lead to a page of it, and to a section that the page has. */
function checkLinks(
  articles: Content['articles'],
  slugs: readonly string[],
  { authors, topics }: Catalogue,
  links: readonly InternalLink[],
  report: Report,
): void {
  const fragments = new Map<string, Set<string> | undefined>([
    [routes.home, undefined],
    [routes.about, undefined],
    ...slugs.map((slug): [string, undefined] => [routes.article(slug), undefined]),
    ...[...authors.keys()].map((id): [string, undefined] => [routes.author(id), undefined]),
    ...[...topics.keys()].map((id): [string, undefined] => [routes.topic(id), undefined]),
  ]);
  for (const { slug, sections, aliases } of articles) {
    const ids = new Set(sections.flatMap((section) => [section.id, ...section.aliases]));
    for (const name of [slug, ...aliases]) fragments.set(routes.article(name), ids);
  }
  for (const { file, line, column, route, fragment, written } of links) {
    if (!fragments.has(route)) {
      const guess = nearest(route, fragments.keys());
      const message = `"${written}" leads to no page. ${guess ? `Did you mean "${guess}"?` : 'Check the address.'}`;
      report({ file, line, column, code: 'link-broken', message });
      continue;
    }
    const ids = fragments.get(route);
    if (fragment === undefined || !ids || ids.has(fragment)) continue;
    const guess = nearest(fragment, ids);
    const known = guess
      ? `Did you mean "#${guess}"?`
      : `Known: ${[...ids].map((id) => `#${id}`).join(', ') || 'none'}.`;
    report({
      file,
      line,
      column,
      code: 'link-broken',
      message: `"${written}" leads to no section of its page. ${known}`,
    });
  }
}
