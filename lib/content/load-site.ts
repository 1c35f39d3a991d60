import { createUrls, routes, type Urls } from '../article/urls.ts';
import { findWords, knownLanguages, wordsFor } from '../languages/languages.ts';
import type { Words } from '../languages/words.ts';
import { createRenderer, type Renderer } from '../markdown/renderer.ts';
import type { Site } from './model.ts';
import { suggestion } from './nearest.ts';
import type { Report } from './problem.ts';
import { readFile } from './read-file.ts';
import { type InternalLink, readMarkdown, refuseNotes } from './read-markdown.ts';
import { siteSchema } from './schema.ts';
import type { ContentFolder } from './source-file.ts';

/** The publication, and what all its other files are read with. */
export type LoadedSite = {
  /** `undefined` where `site.md` is at fault. */
  site: Site | undefined;
  lang: string;
  urls: Urls;
  renderer: Renderer;
  links: InternalLink[];
};

/** What the other files are read with where `site.md` is at fault, so that one run tells their problems too. */
const standIn = { lang: 'en', url: 'https://site.invalid' };

/** Loads `site.md`, and reports what is wrong with it. */
export function loadSite(folder: ContentFolder, report: Report): LoadedSite {
  const file = readFile(folder, 'site.md', siteSchema, report);
  const { data, frontMatter } = file ?? {};
  const words = data && findWords(data.lang);
  if (data && frontMatter && !words) {
    const message = `The interface has no words for "${data.lang}". ${suggestion(data.lang, knownLanguages)}`;
    report({ file: frontMatter.file, ...frontMatter.placeOf(['lang']), code: 'language-unknown', message });
  }
  const { urls, renderer } = toolsFor(data?.url ?? standIn.url, words ?? wordsFor(standIn.lang));
  const loaded = { lang: words && data ? data.lang : standIn.lang, urls, renderer };
  if (!frontMatter) return { ...loaded, site: undefined, links: [] };
  const rules = { dir: folder.dir, topHeading: 2, route: routes.about, urls } as const;
  const about = readMarkdown(frontMatter, renderer, rules, report);
  refuseNotes(about, report);
  if (!data || !words) return { ...loaded, site: undefined, links: about.links };
  const site: Site = {
    name: data.name,
    tagline: data.tagline,
    url: data.url.replace(/\/$/, ''),
    lang: data.lang,
    dir: data.dir ?? words.dir,
    timeZone: data.timeZone,
    publisher: data.publisher.name,
    contact: data.contact,
    policies: { ...data.policies },
    social: data.social ?? [],
    about: renderer.render(about.tree),
  };
  return { ...loaded, site, links: about.links };
}

function toolsFor(siteUrl: string, words: Words): { urls: Urls; renderer: Renderer } {
  const urls = createUrls(siteUrl);
  const addressOf = (url: string) => (url.startsWith('/') ? urls.path(url) : url);
  return {
    urls,
    renderer: createRenderer({ words, isExternal: urls.isExternal, addressOf, pictureAddress: urls.picture }),
  };
}
