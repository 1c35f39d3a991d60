import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import type { sites } from './sites.ts';

/** A page of a built site: its file, its route and its document. */
export type BuiltPage = { file: string; route: string; html: string; document: Document };

/** A site as it lies on disk after a build. */
export type BuiltSite = {
  name: string;
  url: URL;
  /** The files that have addresses of their own. */
  files: string[];
  /** Their compressed siblings. */
  siblings: string[];
  pages: BuiltPage[];
  /** The text of a file. */
  read: (file: string) => string;
  bytes: (file: string) => Buffer;
};

/** Reads a built site with all its pages. */
export function readBuiltSite(name: string, { content, out }: (typeof sites)[keyof typeof sites]): BuiltSite {
  const written = globSync('**', { cwd: out })
    .filter((file) => statSync(join(out, file)).isFile())
    .sort();
  const files = written.filter((file) => !isSibling(file));
  const siblings = written.filter(isSibling);
  const bytes = (file: string) => readFileSync(join(out, file));
  const read = (file: string) => bytes(file).toString('utf8');
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = read(file);
      return { file, route: `/${file.replace(/index\.html$/, '')}`, html, document: new JSDOM(html).window.document };
    });
  return { name, url: new URL(`${loadWholeContent(content).site.url}/`), files, siblings, pages, read, bytes };
}

function isSibling(file: string): boolean {
  return file.endsWith('.br') || file.endsWith('.gz');
}

/** All elements of a document that match a selector. */
export function all<Kind extends Element = Element>(root: ParentNode, selector: string): Kind[] {
  return [...root.querySelectorAll<Kind>(selector)];
}

/** The value of an attribute of the first element that matches, `undefined` where there is none. */
export function attribute(root: ParentNode, selector: string, name: string): string | undefined {
  return root.querySelector(selector)?.getAttribute(name) ?? undefined;
}
