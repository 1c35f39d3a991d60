import { createUrls, routes, type Urls } from '../article/urls.ts';
import { findWords, knownLanguages } from '../languages/languages.ts';
import { createRenderer, type Renderer } from '../markdown/renderer.ts';
import type { Site } from './model.ts';
import { suggestion } from './nearest.ts';
import type { Report } from './problem.ts';
import { readFile } from './read-file.ts';
import { type InternalLink, readMarkdown } from './read-markdown.ts';
import { siteSchema } from './schema.ts';
import type { ContentFolder } from './source-file.ts';

/** The publication, and what all its other files are read with. */
export type LoadedSite = { site: Site; urls: Urls; renderer: Renderer; links: InternalLink[] };

/** Loads `site.md`; `undefined` after reporting what is wrong with it. */
export function loadSite(folder: ContentFolder, report: Report): LoadedSite | undefined {
  const file = readFile(folder, 'site.md', siteSchema, report);
  if (!file) return undefined;
  const { data, frontMatter } = file;
  const words = findWords(data.lang);
  if (!words) {
    const message = `The interface has no words for "${data.lang}". ${suggestion(data.lang, knownLanguages)}`;
    report({ file: frontMatter.file, ...frontMatter.placeOf(['lang']), code: 'language-unknown', message });
    return undefined;
  }
  const urls = createUrls(data.url);
  const renderer = createRenderer({
    words,
    isExternal: urls.isExternal,
    addressOf: (url) => (url.startsWith('/') ? urls.path(url) : url),
  });
  const about = readMarkdown(frontMatter, renderer, { dir: folder.dir, topHeading: 2, route: routes.about }, report);
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
  return { site, urls, renderer, links: about.links };
}
