import type { Site } from '../model/model.ts';
import { createUrls, prefixOf, routes } from '../model/urls.ts';

/** `robots.txt` (RFC 9309): lets every robot read everything, and names the sitemaps and the terms of use for machines (RSL 1.0). */
export function robots({ url, rights, languages }: Pick<Site, 'url' | 'rights' | 'languages'>): string {
  const { absolute, path } = createUrls(url);
  const prefixes = ['', ...languages.slice(1).map(prefixOf)];
  const sitemaps = prefixes.flatMap((prefix) =>
    [routes.sitemap, routes.newsSitemap].map((route) => `Sitemap: ${absolute(path(`/${prefix}${route.slice(1)}`))}\n`),
  );
  const licence = rights?.ai ? `License: ${absolute(path(routes.licence))}\n\n` : '';
  return `${licence}User-agent: *\nAllow: /\n\n${sitemaps.join('')}`;
}
