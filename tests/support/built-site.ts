import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { sites } from './sites.ts';

/** A page of a built site: its file, its route and its document. */
export type BuiltPage = { file: string; route: string; html: string; readonly document: Document };

/** A site on disk after a build. */
export type BuiltSite = {
  name: keyof typeof sites;
  url: URL;
  /** What the publication brings of its own to look at. */
  face: { hasLogo: boolean; fonts: number };
  /** The routes of the pages that it has written itself. */
  ownPages: string[];
  /** What the paths of each language begin with: nothing in the first. */
  prefixes: string[];
  /** The files that have addresses of their own. */
  files: string[];
  /** Their compressed siblings. */
  siblings: string[];
  pages: BuiltPage[];
  /** The text of a file. */
  read: (file: string) => string;
  bytes: (file: string) => Buffer;
};

const { DOMParser } = new JSDOM().window;

const known = new Map<string, BuiltSite>();

/**
 * Reads a built site with all its pages. Each site is read once and each page parsed once for all test files that run
 * in the same process; none of them may change a document.
 */
export function builtSite(name: keyof typeof sites): BuiltSite {
  const site = known.get(name) ?? readSite(name);
  known.set(name, site);
  return site;
}

/** All built sites. */
export function builtSites(): BuiltSite[] {
  return (Object.keys(sites) as (keyof typeof sites)[]).map(builtSite);
}

/** The page at a route. */
export function pageAt({ name, pages }: BuiltSite, route: string): BuiltPage {
  const page = pages.find((one) => one.route === route);
  if (!page) throw new Error(`${name} has no page ${route}.`);
  return page;
}

function readSite(name: keyof typeof sites): BuiltSite {
  const { content, out } = sites[name];
  const written = globSync('**', { cwd: out })
    .filter((file) => statSync(join(out, file)).isFile())
    .sort();
  const files = written.filter((file) => !isSibling(file));
  const siblings = written.filter(isSibling);
  const bytes = (file: string) => readFileSync(join(out, file));
  const read = (file: string) => bytes(file).toString('utf8');
  const pages = files.filter((file) => file.endsWith('.html')).map((file) => aPage(file, read(file)));
  const { site, pages: own } = loadWholeContent(content);
  const { url, logo, look } = site;
  const ownPages = own.filter(({ id }) => id !== '404').map(({ id }) => `/${id}/`);
  const face = { hasLogo: logo !== undefined, fonts: look?.fonts.length ?? 0 };
  const prefixes = files.flatMap((file) => /^(|[a-z-]+\/)404\.html$/.exec(file)?.[1] ?? []);
  return { name, url: new URL(`${url}/`), face, ownPages, prefixes, files, siblings, pages, read, bytes };
}

/** Whether a route is that of an article, in any language. */
export function isArticleRoute(route: string): boolean {
  return /^\/(?:[a-z]{2}\/)?articles\/[^/]+\/$/.test(route);
}

/** What the path of a page begins with in its language. */
export function prefixOf({ prefixes }: Pick<BuiltSite, 'prefixes'>, route: string): string {
  return prefixes.find((prefix) => prefix !== '' && route.startsWith(`/${prefix}`)) ?? '';
}

function aPage(file: string, html: string): BuiltPage {
  let document: Document | undefined;
  return {
    file,
    route: `/${file.replace(/index\.html$/, '')}`,
    html,
    get document() {
      document ??= new DOMParser().parseFromString(html, 'text/html');
      return document;
    },
  };
}

function isSibling(file: string): boolean {
  return file.endsWith('.br') || file.endsWith('.gz');
}

/** All elements of a document that match a selector. */
export function all<Kind extends Element = Element>(root: ParentNode, selector: string): Kind[] {
  return [...root.querySelectorAll<Kind>(selector)];
}

/** The value of an attribute of the first matching element; `undefined` if there is none. */
export function attribute(root: ParentNode, selector: string, name: string): string | undefined {
  return root.querySelector(selector)?.getAttribute(name) ?? undefined;
}
