import { type Site, type Teaser, workOf } from '../model/model.ts';
import { pageRoutes } from '../model/page-kinds.ts';
import { routes, slugIn } from '../model/urls.ts';
import { groupsOf } from './groups.ts';
import { pagedSite } from './paged-site.ts';
import type { Publication } from './publish.ts';

/** A publication in each of its languages, the first one first. */
export function editionsOf(publication: Publication): Publication[] {
  return [publication, ...publication.others];
}

/** The other languages of a publication. */
export function otherEditions({ site, editions }: Publication): Publication[] {
  return editions().filter((other) => other.site !== site);
}

/** An article in another language, and the publication in that. */
export type InOther = { publication: Publication; article: Teaser };

/** An article in the other languages in which readers can see it. */
export function inOthers(own: Publication, slug: string): InOther[] {
  return otherEditions(own).flatMap((publication) => counterpart(own, slug, publication) ?? []);
}

/** The route of the same page in another language; `undefined` for an article that readers cannot see there. */
export function routeInOther(own: Publication, route: string, other: Publication): string | undefined {
  const [, start, rest = ''] = /^(\/articles\/[^/]+\/)(.*)$/.exec(route) ?? [];
  const slug = start && slugIn(start);
  if (slug === undefined) return route;
  const same = counterpart(own, slug, other);
  return same && routes.article(same.article.slug) + rest;
}

/**
 * The way to a page in each other language: to the same page, or else to the nearest above it, such as the list to which it belongs.
 *
 * @param route The page; the front page if it is not known.
 */
export function waysToOthers(own: Publication, route: string = routes.home): { site: Site; route: string }[] {
  return otherEditions(own).map((other) => {
    // A numbered page has other things on it in each language.
    let same = routeInOther(own, route.replace(/page\/\d+\/$|(?<=\/versions\/)\d+\/$/, ''), other) ?? routes.home;
    while (same !== routes.home && !routesOf(other).has(same)) same = same.replace(/[^/]*\/?$/, '') || routes.home;
    return { site: other.site, route: same };
  });
}

function routesOf(publication: Publication): ReadonlySet<string> {
  return knownRoutes.getOrInsertComputed(publication, () => pageRoutes(pagedSite(publication)));
}

const knownRoutes = new WeakMap<Publication, ReadonlySet<string>>();

function counterpart(own: Publication, slug: string, publication: Publication): InOther | undefined {
  const work = groupsOf(own.articles).slugs.get(slug);
  const article = work && groupsOf(publication.articles).works.get(workOf(work));
  return article && { publication, article };
}

/** The list of one author, topic or series. */
export type ListOf = { kind: 'authors' | 'topics' | 'series'; id: string };

/** Articles that are in another language alone, and the publication in that. */
export type Untranslated = { publication: Publication; articles: Teaser[] };

/** The most articles of another language that a list has after its own: two rows of three. */
const mostOfOther = 6;

/**
 * The newest originals of other languages that readers cannot see in this one.
 *
 * @param list The list that they belong to; all articles by default.
 */
export function untranslated(own: Publication, list?: ListOf): Untranslated[] {
  const { works } = groupsOf(own.articles);
  return otherEditions(own).flatMap((publication) => {
    const { articles } = publication;
    const listed = list ? (groupsOf(articles)[list.kind].get(list.id) ?? []) : articles;
    const missing: Teaser[] = [];
    for (const article of listed) {
      if (!article.translation && !works.has(article.slug)) missing.push(article);
      if (missing.length === mostOfOther) break;
    }
    return missing.length > 0 ? { publication, articles: missing } : [];
  });
}

/** A way to another language: the name of the language in itself, and the address. */
export type LanguageLink = Pick<Site, 'lang' | 'dir'> & { label: string; path: string };

/** What a language is called in itself, such as English or العربية; with its country if others of the publication are called the same. */
export function ownName({ lang, languages }: Pick<Site, 'lang' | 'languages'>): string {
  const { language } = new Intl.Locale(lang);
  const isOne = languages.filter((other) => new Intl.Locale(other).language === language).length < 2;
  return new Intl.DisplayNames(language, { type: 'language' }).of(isOne ? language : lang) ?? language;
}
