import type { Metadata } from 'next';
import { cardSize } from '@/lib/model/card-size.ts';
import type { BesidePage } from '@/lib/model/list-pages.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { CurrentSite } from './current-site.ts';

/** What a page says of itself. */
type PageFacts = {
  /** Without the publication's name; none on the front page. */
  title?: string;
  description: string;
  /** The page's path, as the site's addresses give it. */
  path: string;
  article?: { publishedTime: string; section: string };
  /** The title for search engines and tabs, if it is another. */
  searchTitle?: string | undefined;
  /** The address for search engines, if the same stands elsewhere. */
  canonical?: string | undefined;
  /** The path of the picture that stands for the page, and what it shows; without one, that of the publication does. */
  card?: { path: string; alt: string };
  /** Of a page of a list: the pages before and after it, from the oldest on. */
  beside?: BesidePage;
  /** The paths of the same in other forms, in which machines read it or people follow it, by their media types. */
  forms?: Readonly<Record<string, string>>;
};

/** Title, description, canonical address and Open Graph text of a page. */
export function pageMetadata(
  { site, urls }: CurrentSite,
  { title, searchTitle, canonical, description, path, article, card, beside, forms }: PageFacts,
): Metadata {
  const address = urls.absolute(path);
  const { path: picture, alt } = card ?? { path: urls.siteCard, alt: site.name };
  const images = [{ url: urls.absolute(picture), ...cardSize, alt }];
  const common = { title: title ?? site.name, description, url: address, siteName: site.name, images };
  const locale = site.lang.replace('-', '_');
  return {
    title: searchTitle ?? title ?? { absolute: `${site.name} – ${site.tagline}` },
    description,
    alternates: { canonical: canonical ?? address, ...(forms && { types: absoluteForms(forms, urls) }) },
    ...(beside && { pagination: { previous: beside.older, next: beside.newer } }),
    openGraph: article ? { ...common, locale, type: 'article', ...article } : { ...common, locale, type: 'website' },
    twitter: { card: 'summary_large_image' },
  };
}

/** The feeds of the site, or of one of its topics. */
export function feedForms(urls: Urls, topic?: string): Record<string, string> {
  return {
    'application/rss+xml': urls.feed('rss', topic),
    'application/atom+xml': urls.feed('atom', topic),
    'application/feed+json': urls.feed('json', topic),
  };
}

function absoluteForms(forms: Readonly<Record<string, string>>, urls: Urls): Record<string, string> {
  return Object.fromEntries(Object.entries(forms).map(([type, path]) => [type, urls.absolute(path)]));
}
