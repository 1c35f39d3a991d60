import type { Site } from '../model/model.ts';
import { createUrls, routes } from '../model/urls.ts';

/** `robots.txt` (RFC 9309): every robot may read everything, and where the sitemaps are. */
export function robots({ url }: Pick<Site, 'url'>): string {
  const { absolute, path } = createUrls(url);
  const sitemaps = [routes.sitemap, routes.newsSitemap].map((route) => `Sitemap: ${absolute(path(route))}\n`);
  return `User-agent: *\nAllow: /\n\n${sitemaps.join('')}`;
}
