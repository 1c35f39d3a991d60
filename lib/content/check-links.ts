import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearest } from '../model/did-you-mean.ts';
import { hasAddress, type PagedSite, pageRoutes, type Subject } from '../model/page-kinds.ts';
import type { Report } from '../model/problem.ts';
import { routes, slugIn } from '../model/urls.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import type { InternalLink } from './article/read-markdown.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';

/** Reports former slugs that are another article's slug or former slug. */
export function checkAliases(articles: readonly ParsedArticle[], report: Report): void {
  const owners = new Map(articles.map(({ slug }) => [slug, slug]));
  const left = once(
    () =>
      new Set(
        articles.flatMap(({ slug, problems }) => (problems.some(({ code }) => code === 'index-missing') ? slug : [])),
      ),
  );
  for (const { slug, file, aliases } of articles) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) {
        const message = left().has(alias)
          ? `The alias "${alias}" is the name of a folder, and ${alias} has no index.md. If that is this article, which was given another slug in the browser, run npm run revise -- --from-changes: it moves the rest.`
          : owner === slug
            ? `The alias "${alias}" is this article's own name or is listed twice. Remove it.`
            : `The alias "${alias}" is taken by the article ${owner}. Remove it from one of the two.`;
        report({ file, line: 1, column: 1, code: 'slug-twice', message });
      }
      owners.set(alias, slug);
    }
  }
}

/**
 * Reports internal links that lead to no file, no page of the site, or no part of its page.
 *
 * @param articles Those of one slug lead to the parts of all of them.
 * @param pages The pages of the site, as if every article were published.
 */
export function checkLinks(
  articles: readonly ParsedArticle[],
  { glossary }: Pick<Catalogue, 'glossary'>,
  pages: PagesOnceShown,
  links: readonly InternalLink[],
  report: Report,
): void {
  let parts: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  for (const { file, line, column, route, fragment, target, written } of links) {
    if (target !== undefined && !existsSync(target)) {
      const message = `"${written}" is no file. ${siblingHint(target)}`;
      report({ file, line, column, code: 'link-file', message });
      continue;
    }
    if (!pages.has(route)) {
      const guess = nearest(route, pages.all());
      const message = `"${written}" leads to no page. ${guess ? `Did you mean "${guess}"?` : 'Check the address.'}`;
      report({ file, line, column, code: 'link-broken', message });
      continue;
    }
    if (fragment === undefined) continue;
    parts ??= partsOf(articles, glossary.keys());
    const known = parts.get(route) ?? new Set<string>();
    if (known.has(fragment)) continue;
    const guess = nearest(fragment, known);
    const list = [...known].map((id) => `#${id}`).join(', ') || 'none';
    const hint = guess === undefined ? `Known: ${list}.` : `Did you mean "#${guess}"?`;
    const message = `"${written}" leads to no part of its page. ${hint}`;
    report({ file, line, column, code: 'link-broken', message });
  }
}

/** The parts of pages to which a link can lead, by the routes of the pages that have some. */
function partsOf(
  articles: readonly ParsedArticle[],
  entries: Iterable<string>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, Set<string>>([[routes.glossary, new Set(entries)]]);
  for (const { slug, aliases, sections, anchors } of articles) {
    for (const route of [slug, ...aliases].map(routes.article)) {
      parts.set(route, new Set([...(parts.get(route) ?? []), ...sections, ...anchors]));
    }
  }
  return parts;
}

/** The pages of a site, as if every article were published. */
export type PagesOnceShown = { has: (route: string) => boolean; all: () => ReadonlySet<string> };

/** Finds the pages of a site, as if every article were published. Nearly all links lead to those that need no list of all. */
export function pagesOnceShown(articles: readonly ParsedArticle[], catalogue: Catalogue): PagesOnceShown {
  const slugs = once(() => new Set(articles.map(({ slug }) => slug)));
  const besideArticles = once(() => pageRoutes(pagesOf([], catalogue)));
  const all = once(() => pageRoutes(pagesOf(articles, catalogue)));
  return {
    all,
    has: (route) => besideArticles().has(route) || slugs().has(slugIn(route) ?? '') || all().has(route),
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

/** All pages, as if every article were published: a link to an unpublished page becomes plain text. */
function pagesOf(
  articles: readonly ParsedArticle[],
  { authors, topics, series, pages }: Pick<Catalogue, 'authors' | 'topics' | 'series' | 'pages'>,
): PagedSite {
  const subjects = (entries: Entries<{ id: string; aliases: readonly string[] }>, key: 'authors' | 'topics') => {
    const counts = new Map<string, number>();
    for (const { teaser } of articles) {
      for (const id of new Set(teaser?.[key])) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...entries].map(
      ([id, entry]): Subject => ({ id, aliases: entry?.aliases ?? [], articles: counts.get(id) ?? 0 }),
    );
  };
  const recorded = articles.map(({ slug, aliases, versions }) => ({ slug, aliases, versions: versions.length }));
  return {
    articles: recorded,
    moved: recorded.flatMap(({ aliases, versions }) => aliases.map((slug) => ({ slug, versions }))),
    expired: [],
    authors: subjects(authors, 'authors'),
    topics: subjects(topics, 'topics'),
    pages: [...pages.keys()].filter(hasAddress).map((id) => ({ id })),
    // A series has a single page, however many parts it has.
    series: [...series].map(([id, entry]) => ({ id, aliases: entry?.aliases ?? [], articles: 0 })),
    redirects: [],
    hasGlossary: true,
    hasCorrections: true,
  };
}

function siblingHint(missing: string): string {
  const folder = dirname(missing);
  const names = namesIn(folder);
  if (!names) return `There is no folder "${basename(folder)}" either. Check the address.`;
  const guess = nearest(basename(missing), names);
  return guess === undefined ? 'Check the address.' : `Did you mean "${guess}"?`;
}

/** The names in a folder; `undefined` if it cannot be listed. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder);
  } catch {
    return undefined;
  }
}
