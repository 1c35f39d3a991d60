/** Every address of a site: paths as they stand in links, from the site's own root on. */
export type Urls = ReturnType<typeof createUrls>;

/**
 * Makes the addresses of a site. No other module joins one.
 *
 * @param siteUrl Where the site is published, absolute. A path in it comes before every path that is made.
 */
export function createUrls(siteUrl: string) {
  const base = new URL(siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`);
  const path = (route: string): string => `${base.pathname}${route.slice(1)}`;
  return {
    home: path(routes.home),
    about: path(routes.about),
    icon: path('/icon.svg'),
    page: (number: number) => path(routes.page(number)),
    article: (slug: string) => path(routes.article(slug)),
    section: (slug: string, section: string) => `${path(routes.article(slug))}#${section}`,
    topic: (id: string) => path(routes.topic(id)),
    author: (id: string) => path(routes.author(id)),
    glossary: path(routes.glossary),
    entry: (id: string) => `${path(routes.glossary)}#${id}`,
    /** The path of a route, or of an address inside the site that begins with a slash. */
    path,
    /** The absolute form of one of these paths. */
    absolute: (ownPath: string) => new URL(ownPath, base).href,
    /** The route and the fragment of an absolute address inside the site; `undefined` for any other. */
    routeOf: (address: string): { route: string; fragment: string | undefined } | undefined => {
      const target = URL.canParse(address) ? new URL(address) : undefined;
      if (target?.host !== base.host || !target.pathname.startsWith(base.pathname)) return undefined;
      const fragment = target.hash === '' ? undefined : target.hash.slice(1);
      return { route: `/${target.pathname.slice(base.pathname.length)}`, fragment };
    },
    /** Whether an address, absolute or not, leads to another site. */
    isExternal: (address: string) => {
      const target = URL.canParse(address, base) ? new URL(address, base) : undefined;
      return target !== undefined && /^https?:$/.test(target.protocol) && target.host !== base.host;
    },
  };
}

/** The routes of the site: where each page stands below the site's root, whatever path the site itself has. */
export const routes = {
  home: '/',
  about: '/about/',
  /** A page of the archive. */
  page: (number: number) => `/page/${number}/`,
  article: (slug: string) => `/articles/${slug}/`,
  topic: (id: string) => `/topics/${id}/`,
  author: (id: string) => `/authors/${id}/`,
  glossary: '/glossary/',
} as const;
