import type { z } from 'zod';
import { findWords, wordsFor } from '../languages/languages.ts';
import type { Words } from '../languages/words.ts';
import { createRenderer, type Renderer } from '../markdown/renderer.ts';
import { checks, isCheckCode, severityOf } from '../model/checks.ts';
import type { Desk } from '../model/desk.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { formattingLocale } from '../model/formatting-locale.ts';
import { licenceOf } from '../model/licences.ts';
import type { Site } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import { routes, type Urls, urlsOf } from '../model/urls.ts';
import { linksInKeys, linksInMenus, linksInPolicies } from './article/front-matter-links.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import { readMarkdown, refuseNotes } from './article/read-markdown.ts';
import type { Review } from './article/review.ts';
import { makeLook } from './face/look.ts';
import { idsInMenus } from './face/menus.ts';
import { readDrawing } from './face/read-drawing.ts';
import type { FrontMatter } from './files/front-matter.ts';
import { frontMatterStrings } from './files/front-matter-strings.ts';
import { readFile } from './files/read-file.ts';
import { siteSchema } from './files/schema.ts';
import type { ContentFolder } from './files/source-file.ts';
import { checkLanguages, otherLanguages, unknownLanguage } from './site-languages.ts';

/** Settings for reading the other files if `site.md` has errors, so that one run reports their problems too. */
export const standIn = { lang: 'en', locale: 'en', timeZone: 'UTC', url: 'https://site.invalid' };

/** Loads `site.md`, and reports what is wrong with it. */
export function loadSite(folder: ContentFolder, report: Report, review: Review = () => {}): LoadedSite {
  const file = readFile(folder, 'site.md', siteSchema, report);
  const { data, frontMatter } = file ?? {};
  const words = data && findWords(formattingLocale(data));
  if (data && frontMatter && !words) {
    const message = unknownLanguage(data.lang);
    report({ file: frontMatter.file, ...frontMatter.placeOf(['lang']), code: 'language-unknown', message });
  }
  const shown = words ?? wordsFor(standIn.lang);
  const { lang, locale } = words && data ? { lang: data.lang, locale: formattingLocale(data) } : standIn;
  const languages = [lang, ...otherLanguages(lang, frontMatter)];
  const { urls, renderer } = toolsFor(
    { url: data?.url ?? standIn.url, prefix: '', languages },
    { ...shown, dir: data?.dir ?? shown.dir },
  );
  const timeZone = data?.timeZone ?? standIn.timeZone;
  const off = new Set(frontMatter ? codesIn(frontMatter) : []);
  const isSpoken = !data || !frontMatter || checkLanguages(data, frontMatter, report);
  const record = words && data ? (data.record ?? 'expected') : undefined;
  const loaded = { lang, languages, locale, timeZone, urls, renderer, off, review, record } satisfies Omit<
    LoadedSite,
    'site' | 'links' | 'menuIds'
  >;
  if (!frontMatter) return { ...loaded, site: undefined, links: [], menuIds: [] };
  const menuIds = idsInMenus(frontMatter);
  checkChecks([...off], frontMatter, report);
  const rules = { dir: folder.dir, topHeading: 2, route: routes.about, urls } as const;
  const about = readMarkdown(frontMatter, renderer, rules, report);
  refuseNotes(about, report);
  review([{ kind: 'about', frontMatter, text: about }], loaded.lang, report);
  const links = [
    ...about.links,
    ...linksInKeys(frontMatter, urls),
    ...linksInPolicies(frontMatter, rules, report),
    ...linksInMenus(frontMatter, rules, report),
  ];
  const logo = readDrawing(folder, 'logo.svg', 'any', report);
  const icon = readDrawing(folder, 'icon.svg', 'square', report);
  const look = data && makeLook(data.look, folder, frontMatter, report);
  if (!data || !words || !isSpoken) return { ...loaded, site: undefined, links, menuIds };
  const site: Site = {
    name: data.name,
    tagline: data.tagline,
    url: data.url.replace(/\/$/, ''),
    lang: data.lang,
    languages,
    prefix: '',
    dir: data.dir ?? words.dir,
    timeZone: data.timeZone,
    digits: data.digits,
    publisher: data.publisher.name,
    contact: data.contact,
    policies: { ...data.policies },
    social: data.social ?? [],
    navigation: data.navigation,
    footer: data.footer,
    rights: rightsOf(data.rights),
    feeds: data.feeds,
    ...(data.desk && { desk: deskOf(data.desk) }),
    about: renderer.render(about.tree),
    look,
    logo,
    icon,
  };
  return { ...loaded, site, links, menuIds };
}

function deskOf({ host, app, signIn, ...desk }: NonNullable<z.output<typeof siteSchema>['desk']>): Desk {
  return { ...desk, host, app, signIn };
}

function rightsOf(written: z.output<typeof siteSchema>['rights']): Site['rights'] {
  if (!written) return undefined;
  const { holder, licence, ai } = written;
  return { holder, licence: licence === undefined ? undefined : licenceOf(licence), ai };
}

/** The codes that `checks` names, whether or not the rest of the front matter is in order. */
function codesIn(frontMatter: FrontMatter): string[] {
  const named = frontMatterStrings(frontMatter).flatMap(({ path: [key, code] }) =>
    key === 'checks' && code ? String(code) : [],
  );
  return [...new Set(named)];
}

/** Reports codes that `checks` cannot turn off. */
function checkChecks(codes: readonly string[], { file, placeOfKey }: FrontMatter, report: Report): void {
  for (const written of codes) {
    const place = placeOfKey(['checks', written]);
    if (!isCheckCode(written)) {
      const known = Object.keys(checks).filter((code) => isCheckCode(code) && severityOf(code) === 'warning');
      const message = `There is no check "${written}". ${didYouMean(written, known)} docs/checks.md lists them all.`;
      report({ file, ...place, code: 'check-unknown', message });
    } else if (severityOf(written) === 'error') {
      const message = `"${written}" is an error, and only warnings can be turned off. Remove it, and put right what it reports.`;
      report({ file, ...place, code: 'check-required', message });
    }
  }
}

/** The addresses of a site, and what renders its texts. */
export function toolsFor(
  site: Pick<Site, 'url' | 'prefix' | 'languages'>,
  words: Words,
): { urls: Urls; renderer: Renderer } {
  const urls = urlsOf(site);
  const addressOf = (url: string) => (url.startsWith('/') ? urls.path(url) : url);
  return {
    urls,
    renderer: createRenderer({ words, isExternal: urls.isExternal, addressOf, pictureAddress: urls.picture }),
  };
}
