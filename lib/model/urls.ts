import type { FontFile } from './look/look.ts';
import type { Site } from './model.ts';
import type { PictureCopy } from './picture-copies.ts';

/** The forms in which a list of articles can be followed: RSS, Atom and JSON Feed. */
export type FeedForm = keyof typeof feedFiles;

/** All of them. */
export const feedForms: readonly FeedForm[] = ['rss', 'atom', 'json'];

const feedFiles = { rss: 'feed.xml', atom: 'atom.xml', json: 'feed.json' } as const;

/** The addresses of a site: paths for links, relative to the host. */
export type Urls = ReturnType<typeof createUrls>;

/**
 * Makes the addresses of a site. No other module composes addresses.
 *
 * @param siteUrl Where the site is published, absolute. If it has a path, every path begins with it.
 * @param prefix What the paths of a further language begin with below that, such as `ar/`.
 * @param otherPrefixes Those of the other languages, whose pages are not of this one.
 */
export function createUrls(siteUrl: string, prefix = '', otherPrefixes: readonly string[] = []) {
  const base = new URL(siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`);
  const shared = (route: string): string => `${base.pathname}${route.slice(1)}`;
  const path = (route: string): string => shared(`/${prefix}${route.slice(1)}`);
  return {
    home: path(routes.home),
    about: path(routes.about),
    icon: shared('/icon.svg'),
    /** The icon in a format that every program can show. */
    largeIcon: shared('/icon-512.png'),
    logo: shared('/logo.svg'),
    touchIcon: shared('/apple-touch-icon.png'),
    manifest: path(routes.manifest),
    font: (font: FontFile) => shared(routes.font(font)),
    shareImage: (slug: string) => path(routes.shareImage(slug)),
    siteShareImage: path(routes.siteShareImage),
    page: (number: number | undefined) => path(routes.page(number)),
    article: (slug: string) => path(routes.article(slug)),
    versions: (slug: string) => path(routes.versions(slug)),
    version: (slug: string, number: number) => path(routes.version(slug, number)),
    corrections: path(routes.corrections),
    search: path(routes.search),
    section: (slug: string, section: string) => `${path(routes.article(slug))}#${section}`,
    topic: (id: string, page?: number) => path(routes.topic(id, page)),
    author: (id: string, page?: number) => path(routes.author(id, page)),
    series: (id: string) => path(routes.series(id)),
    glossary: path(routes.glossary),
    staticPage: (id: string) => path(routes.staticPage(id)),
    licence: shared(routes.licence),
    entry: (id: string) => `${path(routes.glossary)}#${id}`,
    feed: (form: FeedForm, topic?: string) => path(routes.feed(form, topic)),
    picture: (copy: PictureCopy) => shared(routes.picture(copy)),
    /** The path of a route, or of an address inside the site that begins with a slash. */
    path,
    /** The path of a file that all languages share. */
    shared,
    /** The absolute address of one of these paths. */
    absolute: (ownPath: string) => new URL(ownPath, base).href,
    /** The route and the fragment of an absolute address inside the site; `undefined` for any other. */
    routeOf: (address: string): { route: string; fragment: string | undefined } | undefined => {
      const target = URL.canParse(address) ? new URL(address) : undefined;
      const home = path(routes.home);
      if (target?.host !== base.host || !target.pathname.startsWith(home)) return undefined;
      if (otherPrefixes.some((other) => target.pathname.startsWith(shared(`/${other}`)))) return undefined;
      const fragment = target.hash === '' ? undefined : target.hash.slice(1);
      return { route: `/${target.pathname.slice(home.length)}`, fragment };
    },
    /** Whether an address, absolute or not, leads to another site. */
    isExternal: (address: string) => {
      const target = URL.canParse(address, base) ? new URL(address, base) : undefined;
      return target !== undefined && /^https?:$/.test(target.protocol) && target.host !== base.host;
    },
  };
}

/** The addresses of a publication in one of its languages. */
export function urlsOf({ url, prefix, languages }: Pick<Site, 'url' | 'prefix' | 'languages'>): Urls {
  return createUrls(url, prefix, prefix === '' ? languages.slice(1).map(prefixOf) : []);
}

/** What the paths of a further language begin with, such as `ar/`. */
export function prefixOf(language: string): string {
  return `${language.toLowerCase()}/`;
}

/** The routes of the site: the path of each page below the site's own address. */
export const routes = {
  home: '/',
  about: '/about/',
  /** A page of the list of all articles; its newest page has no number and is the front page. */
  page: (number: number | undefined) => `/${below(number)}`,
  article: (slug: string) => `/articles/${slug}/`,
  versions: (slug: string) => `/articles/${slug}/versions/`,
  version: (slug: string, number: number) => `/articles/${slug}/versions/${number}/`,
  corrections: '/corrections/',
  topic: (id: string, page?: number) => `/topics/${id}/${below(page)}`,
  author: (id: string, page?: number) => `/authors/${id}/${below(page)}`,
  series: (id: string) => `/series/${id}/`,
  glossary: '/glossary/',
  /** A page of the publication. */
  staticPage: (id: string) => `/${id}/`,
  /** The share image of an article, and the one for all other pages. */
  shareImage: (slug: string) => `/articles/${slug}/card.png`,
  siteShareImage: '/card.png',
  search: '/search/',
  /** A feed of the site, or of one of its topics. */
  feed: (form: FeedForm, topic?: string) => `${topic === undefined ? '/' : `/topics/${topic}/`}${feedFiles[form]}`,
  /** An article as Markdown. */
  articleText: (slug: string) => `/articles/${slug}/index.md`,
  /** An article as data for other newsrooms. */
  articleData: (slug: string) => `/articles/${slug}/article.json`,
  llms: '/llms.txt',
  sitemap: '/sitemap.xml',
  /** A part of a sitemap that is too long for one file, counted from 1. */
  sitemapPart: (number: number) => `/sitemaps/${number}.xml`,
  newsSitemap: '/news-sitemap.xml',
  robots: '/robots.txt',
  /** The terms of use for machines, and the reservation of text and data mining. */
  licence: '/license.xml',
  tdmReservation: '/.well-known/tdmrep.json',
  manifest: '/manifest.webmanifest',
  /** A font file of the publication: its name changes with its bytes. */
  font: ({ use, digest }: FontFile) => `/fonts/${use}-${digest}.woff2`,
  /** A copy of a picture: its name changes with its content, so that it can be cached for ever. */
  picture: ({ name, width, format }: PictureCopy) => `/pictures/${name}-${width}.${format}`,
} as const;

/** A regular expression for what the paths of a further language begin with, such as `ar/`; in the first there is nothing. */
export const languageFolder = '(?:[a-z]{2,3}(?:-[a-z0-9]{1,8})*/)?';

/**
 * The key of an article among those of all languages: its slug, in a further language after the prefix, as in `ar/storm`.
 *
 * @returns `undefined` for an address that is not that of an article's page.
 */
export function articleKeyAt(address: string): string | undefined {
  const [, prefix, slug] = articleAddress.exec(address) ?? [];
  return slug === undefined ? undefined : `${prefix}${slug}`;
}

const articleAddress = new RegExp(`^/(${languageFolder})articles/([^/]+)/$`);

/** The address of the article with such a key, below the site's own address. */
export function addressOfKey(key: string): string {
  const start = key.lastIndexOf('/') + 1;
  return `/${key.slice(0, start)}${routes.article(key.slice(start)).slice(1)}`;
}

/** The slug in the route of an article's page; `undefined` for any other route. */
export function slugIn(route: string): string | undefined {
  return /^\/articles\/([^/]+)\/$/.exec(route)?.[1];
}

/** The prefix of the names of a picture's copies, from the route of one of them; `undefined` for any other route. */
export function pictureNameIn(route: string): string | undefined {
  return /^\/pictures\/(.+)-\d+\.\w+$/.exec(route)?.[1];
}

/** The routes of an article's record: the list of its versions and each of them; empty if there are no versions. */
export function recordRoutes(slug: string, versions: number): string[] {
  if (versions === 0) return [];
  return [routes.versions(slug), ...Array.from({ length: versions }, (_, index) => routes.version(slug, index + 1))];
}

/** The path of a numbered page, relative to its list. */
function below(page: number | undefined): string {
  return page === undefined ? '' : `page/${page}/`;
}
