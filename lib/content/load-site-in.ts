import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findWords, wordsFor } from '../languages/languages.ts';
import { formattingLocale } from '../model/formatting-locale.ts';
import type { Site } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import { prefixOf, routes } from '../model/urls.ts';
import { linksInKeys, linksInMenus } from './article/front-matter-links.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import { readMarkdown, refuseNotes } from './article/read-markdown.ts';
import { idsInMenus } from './face/menus.ts';
import { siteSchema } from './files/schema.ts';
import type { ContentFolder } from './files/source-file.ts';
import { standIn, toolsFor } from './load-site.ts';
import { translationName } from './translations/file-language.ts';
import { readTranslation } from './translations/read-translation.ts';
import { siteTranslationSchema } from './translations/translation-schemas.ts';

/**
 * Loads `site.md` in another of its languages, such as `site.ar.md`, and reports what is wrong with it.
 *
 * @param first The publication in its first language. What is no text is taken from there.
 * @param last What readers see now, whose style texts keep if the file cannot be read.
 */
export function loadSiteIn(
  lang: string,
  first: LoadedSite,
  folder: ContentFolder,
  report: Report,
  last?: OwnOfLanguage,
): LoadedSite {
  const { site, languages, timeZone, off, review, record } = first;
  const name = translationName('site.md', lang);
  const path = join(folder.dir, name);
  const isThere = existsSync(path);
  if (!isThere) {
    const message = `site.md has the language "${lang}", whose name and tagline of the site are missing. Write them in this file (docs/languages.md), or take ${lang} out of languages.`;
    report({ file: path, line: 1, column: 1, code: 'file-unreadable', message });
  }
  const file = isThere ? readTranslation(folder, name, siteTranslationSchema, siteSchema, report) : undefined;
  const { data, frontMatter } = file ?? {};
  const isOther = new Intl.Locale(data?.lang ?? lang).language !== new Intl.Locale(lang).language;
  const says = isOther ? last : (data ?? last);
  const style = { lang: says?.lang ?? lang, digits: says?.digits };
  if (isOther && frontMatter) {
    const message = `lang is "${data?.lang}", and this file is in "${lang}". Write ${lang}, or ${lang} with a country.`;
    report({ file: frontMatter.file, ...frontMatter.placeOf(['lang']), code: 'value-invalid', message });
  }
  const words = findWords(formattingLocale(style)) ?? wordsFor(standIn.lang);
  const dir = says?.dir ?? words.dir;
  const { urls, renderer } = toolsFor(
    { url: site?.url ?? standIn.url, prefix: prefixOf(lang), languages },
    { ...words, dir },
  );
  const loaded = { lang, languages, locale: formattingLocale(style), timeZone, urls, renderer, off, review, record };
  if (!frontMatter) return { ...loaded, site: undefined, links: [], menuIds: [] };
  const rules = { dir: folder.dir, topHeading: 2, route: routes.about, urls } as const;
  const about = readMarkdown(frontMatter, renderer, rules, report);
  refuseNotes(about, report);
  review([{ kind: 'about', frontMatter, text: about }], lang, report);
  const links = [...about.links, ...linksInKeys(frontMatter, urls), ...linksInMenus(frontMatter, rules, report)];
  const menuIds = idsInMenus(frontMatter);
  if (!site || !data || isOther) return { ...loaded, site: undefined, links, menuIds };
  const idsIn = (menu: Site['navigation']) => menu?.filter((entry) => typeof entry === 'string');
  return {
    ...loaded,
    links,
    menuIds,
    site: siteInLanguage(site, {
      name: data.name,
      tagline: data.tagline,
      lang: style.lang,
      prefix: prefixOf(lang),
      dir,
      digits: data.digits,
      publisher: data.publisher?.name ?? site.publisher,
      navigation: data.navigation ?? idsIn(site.navigation),
      footer: data.footer ?? idsIn(site.footer),
      about: renderer.render(about.tree),
    }),
  };
}

/** What a language says itself of the publication. */
type OwnOfLanguage = Pick<
  Site,
  'name' | 'tagline' | 'lang' | 'prefix' | 'dir' | 'digits' | 'publisher' | 'navigation' | 'footer' | 'about'
>;

/** The publication in another language, which takes the rest from the first. */
export function siteInLanguage(
  first: Site,
  { name, tagline, lang, prefix, dir, digits, publisher, navigation, footer, about }: OwnOfLanguage,
): Site {
  return { ...first, name, tagline, lang, prefix, dir, digits, publisher, navigation, footer, about };
}
