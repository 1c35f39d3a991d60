import { editionsOf } from '../publication/editions.ts';
import type { Publication } from '../publication/publish.ts';
import { redirectsOf } from '../publication/redirects.ts';
import type { SiteFacts } from './cache/manifest.ts';

/** What a server needs to know besides the files. */
export function siteFacts(publication: Publication, atFault: readonly string[]): SiteFacts {
  const { site, now } = publication;
  const editions = editionsOf(publication);
  const redirects = Object.fromEntries(editions.flatMap(redirectsOf));
  // The articles of other languages have the language before their slugs.
  const texts = Object.fromEntries(
    editions.flatMap(({ site: { prefix }, articles, text }) =>
      articles.flatMap(({ slug }) => {
        const seen = text(slug);
        return seen ? [[`${prefix}${slug}`, seen] as const] : [];
      }),
    ),
  );
  return { url: site.url, redirects, asOf: now, texts, atFault };
}
