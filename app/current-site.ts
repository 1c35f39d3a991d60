import type { OtherLanguageList } from '@/components/lists/in-other-languages.tsx';
import { wordsFor } from '@/lib/languages/languages.ts';
import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, dateStyleOf } from '@/lib/model/dates.ts';
import type { Site } from '@/lib/model/model.ts';
import { routes, type Urls, urlsOf } from '@/lib/model/urls.ts';
import { currentPublication, currentRoute } from '@/lib/publication/current-publication.ts';
import {
  inOthers,
  type LanguageLink,
  type ListOf,
  ownName,
  untranslated,
  waysToOthers,
} from '@/lib/publication/editions.ts';
import type { Publication } from '@/lib/publication/publish.ts';
import { type SiteMenus, siteMenus } from '@/lib/publication/site-menus.ts';
import { type SiteTopics, siteTopics } from '@/lib/publication/site-topics.ts';

/** What every route needs: the publication, its addresses, its words and its style of dates. */
export type CurrentSite = {
  publication: Publication;
  site: Site;
  /** Which optional pages exist. */
  has: { glossary: boolean; corrections: boolean };
  /** The topics that every page links to. */
  topics: SiteTopics;
  /** The menus that the publication defines. */
  menus: SiteMenus;
  urls: Urls;
  words: Words;
  dateStyle: DateStyle;
  /** The ways to the page in the other languages. */
  languages: LanguageLink[];
};

/**
 * The current site.
 *
 * @throws ContentError if the content has problems.
 */
export function currentSite(): CurrentSite {
  const publication = currentPublication();
  const facts = known.get(publication) ?? siteFacts(publication);
  known.set(publication, facts);
  return {
    ...facts,
    languages: waysToOthers(publication, currentRoute()).map(({ site: other, route }) =>
      languageLink(other, urlsOf(other).path(route)),
    ),
  };
}

/** What all pages of a publication need: each asks for it several times. */
type SiteFacts = Omit<CurrentSite, 'languages'>;

const known = new WeakMap<Publication, SiteFacts>();

function siteFacts(publication: Publication): SiteFacts {
  const { site, articles, glossary } = publication;
  const dateStyle = dateStyleOf(site);
  const urls = urlsOf(site);
  const words = { ...wordsFor(dateStyle.lang), dir: site.dir };
  return {
    publication,
    site,
    has: { glossary: glossary.length > 0, corrections: articles.some(({ corrections }) => corrections.length > 0) },
    topics: siteTopics(publication),
    menus: siteMenus(publication, urls, words),
    urls,
    words,
    dateStyle,
  };
}

/** The ways to an article in other languages. */
export function languageLinks(publication: Publication, slug: string): LanguageLink[] {
  return inOthers(publication, slug).map(({ publication: { site }, article }) =>
    languageLink(site, urlsOf(site).article(article.slug)),
  );
}

/** After a list, the articles that are in other languages alone. */
export function otherLists(publication: Publication, list?: ListOf): OtherLanguageList[] {
  return untranslated(publication, list).map(({ publication: { site, now }, articles }) => {
    const urls = urlsOf(site);
    const dateStyle = dateStyleOf(site);
    const path = urls.path(list ? routes[listRoutes[list.kind]](list.id) : routes.home);
    const words = { ...wordsFor(dateStyle.lang), dir: site.dir };
    return { language: languageLink(site, path), articles, now, dateStyle, urls, words };
  });
}

const listRoutes = { authors: 'author', topics: 'topic', series: 'series' } as const;

function languageLink(site: Site, path: string): LanguageLink {
  return { lang: site.lang, dir: site.dir, label: ownName(site), path };
}
