import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import type { sites } from './sites.ts';

/** A page of a built site: its file, its route and its document. */
export type BuiltPage = { file: string; route: string; html: string; document: Document };

/** A site as it lies on disk after a build. */
export type BuiltSite = { name: string; url: URL; files: string[]; pages: BuiltPage[]; read: (file: string) => string };

/** Reads a built site with all its pages. */
export function readBuiltSite(name: string, { content, out }: (typeof sites)[keyof typeof sites]): BuiltSite {
  const files = globSync('**', { cwd: out })
    .filter((file) => statSync(join(out, file)).isFile())
    .sort();
  const read = (file: string) => readFileSync(join(out, file), 'utf8');
  const pages = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = read(file);
      return { file, route: `/${file.replace(/index\.html$/, '')}`, html, document: new JSDOM(html).window.document };
    });
  return { name, url: new URL(`${loadWholeContent(content).site.url}/`), files, pages, read };
}

/** All elements of a document that match a selector. */
export function all<Kind extends Element = Element>(root: ParentNode, selector: string): Kind[] {
  return [...root.querySelectorAll<Kind>(selector)];
}

/** The value of an attribute of the first element that matches, `undefined` where there is none. */
export function attribute(root: ParentNode, selector: string, name: string): string | undefined {
  return root.querySelector(selector)?.getAttribute(name) ?? undefined;
}
