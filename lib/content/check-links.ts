import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { nearest } from '../model/did-you-mean.ts';
import { hasAddress, type PagedSite, pageRoutes, type Subject } from '../model/page-kinds.ts';
import type { Report } from '../model/problem.ts';
import { routes } from '../model/urls.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import type { InternalLink } from './article/read-markdown.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';

/** Reports former slugs that are another article's slug or former slug. */
export function checkAliases(articles: readonly ParsedArticle[], report: Report): void {
  const owners = new Map(articles.map(({ slug }) => [slug, slug]));
  for (const { slug, file, aliases } of articles) {
    for (const alias of aliases) {
      const owner = owners.get(alias);
      if (owner !== undefined) {
        const message =
          owner === slug
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
 * @param articles Links to a slug may lead to a part of any article with that slug.
 */
export function checkLinks(
  articles: readonly ParsedArticle[],
  { authors, topics, series, glossary, pages: own }: Catalogue,
  links: readonly InternalLink[],
  report: Report,
): void {
  const pages = pageRoutes(pagesOf(articles, { authors, topics, series, pages: own }));
  const anchors = new Map<string, ReadonlySet<string>>([...pages].map((route) => [route, new Set()]));
  anchors.set(routes.glossary, new Set(glossary.keys()));
  for (const { slug, aliases, sections, anchors: parts } of articles) {
    for (const route of [slug, ...aliases].map(routes.article)) {
      anchors.set(route, new Set([...(anchors.get(route) ?? []), ...sections, ...parts]));
    }
  }
  for (const { file, line, column, route, fragment, target, written } of links) {
    if (target !== undefined && !existsSync(target)) {
      const message = `"${written}" is no file. ${siblingHint(target)}`;
      report({ file, line, column, code: 'link-file', message });
      continue;
    }
    const known = anchors.get(route);
    if (!known) {
      const guess = nearest(route, anchors.keys());
      const message = `"${written}" leads to no page. ${guess ? `Did you mean "${guess}"?` : 'Check the address.'}`;
      report({ file, line, column, code: 'link-broken', message });
    } else if (fragment !== undefined && !known.has(fragment)) {
      const guess = nearest(fragment, known);
      const list = [...known].map((id) => `#${id}`).join(', ') || 'none';
      const hint = guess === undefined ? `Known: ${list}.` : `Did you mean "#${guess}"?`;
      report({
        file,
        line,
        column,
        code: 'link-broken',
        message: `"${written}" leads to no part of its page. ${hint}`,
      });
    }
  }
}

/** The routes of all pages, as if every article were published. */
export function pagesOnceShown(articles: readonly ParsedArticle[], catalogue: Catalogue): Set<string> {
  return pageRoutes(pagesOf(articles, catalogue));
}

/** All pages, as if every article were published: a link to an unpublished page becomes plain text. */
function pagesOf(
  articles: readonly ParsedArticle[],
  { authors, topics, series, pages }: Pick<Catalogue, 'authors' | 'topics' | 'series' | 'pages'>,
): PagedSite {
  const subjects = (entries: Entries<{ id: string; aliases: readonly string[] }>, key: 'authors' | 'topics') =>
    [...entries].map(([id, entry]): Subject => {
      const named = articles.filter(({ teaser }) => teaser?.[key].some((name) => name === id));
      return { id, aliases: entry?.aliases ?? [], articles: named.length };
    });
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
