import type { Metadata } from 'next';
import type { BesidePage } from '@/lib/model/list-pages.ts';
import { shareImageSize } from '@/lib/model/share-image-size.ts';
import type { Urls } from '@/lib/model/urls.ts';
import type { CurrentSite } from './current-site.ts';

/** The metadata of a page. */
type PageFacts = {
  /** Without the publication's name; omitted on the front page. */
  title?: string;
  description: string;
  /** The page's path. */
  path: string;
  article?: { publishedTime: string; section: string };
  /** The title for search engines and tabs, if different. */
  searchTitle?: string | undefined;
  /** The canonical address, if it is elsewhere. */
  canonical?: string | undefined;
  /** The path of the share image, and its description; that of the publication by default. */
  card?: { path: string; alt: string };
  /** For a page of a list: the pages before and after it, from the oldest on. */
  beside?: BesidePage;
  /** The paths of alternative formats, such as feeds and Markdown, by media type. */
  forms?: Readonly<Record<string, string>>;
  /** The other languages in which the page exists. */
  languages?: readonly string[];
};

/** Title, description, canonical address and Open Graph text of a page. */
export function pageMetadata(
  { site, urls }: CurrentSite,
  { title, searchTitle, canonical, description, path, article, card, beside, forms, languages = [] }: PageFacts,
): Metadata {
  const address = urls.absolute(path);
  const { path: picture, alt } = card ?? { path: urls.siteShareImage, alt: site.name };
  const images = [{ url: urls.absolute(picture), ...shareImageSize, alt }];
  const [locale, ...alternateLocale] = [site.lang, ...languages].map((lang) => lang.replace('-', '_'));
  const inLanguages = alternateLocale.length > 0 ? { alternateLocale } : {};
  const common = { title: title ?? site.name, description, url: address, siteName: site.name, images, ...inLanguages };
  return {
    title: searchTitle ?? title ?? { absolute: `${site.name} – ${site.tagline}` },
    description,
    alternates: { canonical: canonical ?? address, ...(forms && { types: absoluteForms(forms, urls) }) },
    ...(beside && { pagination: { previous: beside.older, next: beside.newer } }),
    openGraph: article
      ? { ...common, locale: locale ?? '', type: 'article', ...article }
      : { ...common, locale: locale ?? '', type: 'website' },
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
