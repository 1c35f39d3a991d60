import type { Words } from '../languages/words.ts';
import type { MenuEntry } from '../model/menu.ts';
import type { Urls } from '../model/urls.ts';
import { topicsInUse } from './find.ts';
import type { Publication } from './publish.ts';

/** A link of a menu. */
export type MenuLink = { label: string; path: string };

/** The menus that a publication defines; `undefined` if it defines none. */
export type SiteMenus = { main: MenuLink[] | undefined; footer: MenuLink[] | undefined };

/**
 * The menus of a publication. Topics without published articles are left out, and so are pages that do not exist now.
 * The search comes last if the menu does not contain it.
 */
export function siteMenus(publication: Publication, urls: Urls, words: Words): SiteMenus {
  const { navigation, footer } = publication.site;
  if (!navigation && !footer) return { main: undefined, footer: undefined };
  const known = new Map<string, MenuLink>([
    ...topicsInUse(publication).map(({ id, name }) => [id, { label: name, path: urls.topic(id) }] as const),
    ['about', { label: words.about, path: urls.about }],
    ['search', { label: words.search.title, path: urls.search }],
    ...(publication.glossary.length > 0 ? [['glossary', { label: words.glossary, path: urls.glossary }] as const] : []),
    ...(publication.articles.some(({ corrections }) => corrections.length > 0)
      ? [['corrections', { label: words.correctionsTitle, path: urls.corrections }] as const]
      : []),
    ...publication.pages.map(({ id, title }) => [id, { label: title, path: urls.staticPage(id) }] as const),
  ]);
  const links = (entries: readonly MenuEntry[] | undefined) =>
    entries?.flatMap((entry): MenuLink[] => {
      if (typeof entry !== 'string') return [{ label: entry.label, path: addressOf(entry.url, urls) }];
      const link = known.get(entry);
      return link ? [link] : [];
    });
  return {
    main: links(navigation && (navigation.includes('search') ? navigation : [...navigation, 'search'])),
    footer: links(footer),
  };
}

/** What the menus show besides the facts of the site; empty for a site without its own menus. */
export function menuFacts(publication: Publication): unknown {
  const { navigation, footer } = publication.site;
  const named = new Set([...(navigation ?? []), ...(footer ?? [])].filter((entry) => typeof entry === 'string'));
  if (named.size === 0) return undefined;
  return [
    ...topicsInUse(publication).map(({ id, name }) => [id, name]),
    ...publication.pages.map(({ id, title }) => [id, title]),
  ].filter(([id]) => named.has(String(id)));
}

function addressOf(url: string, urls: Urls): string {
  return url.startsWith('/') ? urls.path(url) : url;
}
