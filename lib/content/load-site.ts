import { createUrls, routes, type Urls } from '../article/urls.ts';
import { findWords, knownLanguages, wordsFor } from '../languages/languages.ts';
import type { Words } from '../languages/words.ts';
import { createRenderer, type Renderer } from '../markdown/renderer.ts';
import type { Site } from './model.ts';
import { suggestion } from './nearest.ts';
import type { Report } from './problem.ts';
import { type ReadFile, readFile } from './read-file.ts';
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
  const words = file && findWords(file.data.lang);
  if (!file || !words) {
    if (file) reportLanguage(file, report);
    return { site: undefined, lang: standIn.lang, ...toolsFor(standIn.url, wordsFor(standIn.lang)), links: [] };
  }
  const { data, frontMatter } = file;
  const { urls, renderer } = toolsFor(data.url, words);
  const about = readMarkdown(frontMatter, renderer, { dir: folder.dir, topHeading: 2, route: routes.about }, report);
  refuseNotes(about, report);
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
  return { site, lang: data.lang, urls, renderer, links: about.links };
}

function toolsFor(siteUrl: string, words: Words): { urls: Urls; renderer: Renderer } {
  const urls = createUrls(siteUrl);
  const addressOf = (url: string) => (url.startsWith('/') ? urls.path(url) : url);
  return { urls, renderer: createRenderer({ words, isExternal: urls.isExternal, addressOf }) };
}

function reportLanguage({ data: { lang }, frontMatter }: ReadFile<{ lang: string }>, report: Report): void {
  const message = `The interface has no words for "${lang}". ${suggestion(lang, knownLanguages)}`;
  report({ file: frontMatter.file, ...frontMatter.placeOf(['lang']), code: 'language-unknown', message });
}
