import { wordsFor } from '../languages/languages.ts';
import type { Words } from '../languages/words.ts';
import { type DateStyle, dateStyleOf } from '../model/dates.ts';
import type { Site, Teaser } from '../model/model.ts';
import { type Urls, urlsOf } from '../model/urls.ts';

/** What every format needs: the site, its addresses, its words and its style of dates. */
export type Setting = { site: Site; urls: Urls; words: Words; dateStyle: DateStyle };

/** The setting of a site. */
export function settingOf(site: Site): Setting {
  const dateStyle = dateStyleOf(site);
  return { site, urls: urlsOf(site), words: wordsFor(dateStyle.lang), dateStyle };
}

/** The absolute address of an article. */
export function addressOf({ urls }: Setting, slug: string): string {
  return urls.absolute(urls.article(slug));
}

/** The first address of an article, which identifies it for good, even after it moves. Editors list former slugs oldest first. */
export function permanentAddress(setting: Setting, { slug, aliases }: Pick<Teaser, 'slug' | 'aliases'>): string {
  return addressOf(setting, aliases[0] ?? slug);
}
