import type { Site } from '../model/model.ts';
import { createUrls, routes } from '../model/urls.ts';

/** `robots.txt` (RFC 9309): lets every robot read everything, and names the sitemaps and the terms of use for machines (RSL 1.0). */
export function robots({ url, rights }: Pick<Site, 'url' | 'rights'>): string {
  const { absolute, path } = createUrls(url);
  const sitemaps = [routes.sitemap, routes.newsSitemap].map((route) => `Sitemap: ${absolute(path(route))}\n`);
  const licence = rights?.ai ? `License: ${absolute(path(routes.licence))}\n\n` : '';
  return `${licence}User-agent: *\nAllow: /\n\n${sitemaps.join('')}`;
}
