import type { Metadata } from 'next';
import type { BesidePage } from '@/lib/article/list-pages.ts';
import type { CurrentSite } from './current-site.ts';

/** What a page says of itself. */
type PageFacts = {
  /** Without the publication's name; none on the front page. */
  title?: string;
  description: string;
  /** The page's path, as the site's addresses give it. */
  path: string;
  article?: { publishedTime: string; section: string };
  /** Of a page of a list: the pages before and after it, from the oldest on. */
  beside?: BesidePage;
};

/** Title, description, canonical address and Open Graph text of a page. */
export function pageMetadata(
  { site, urls }: CurrentSite,
  { title, description, path, article, beside }: PageFacts,
): Metadata {
  const address = urls.absolute(path);
  const common = { title: title ?? site.name, description, url: address, siteName: site.name };
  const locale = site.lang.replace('-', '_');
  return {
    title: title ?? { absolute: `${site.name} – ${site.tagline}` },
    description,
    alternates: { canonical: address },
    ...(beside && { pagination: { previous: beside.older, next: beside.newer } }),
    openGraph: article ? { ...common, locale, type: 'article', ...article } : { ...common, locale, type: 'website' },
  };
}
