import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileOfFormerPath, formerPath, formerPathFault } from '../model/former-path.ts';
import type { Redirect } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import { routes } from '../model/urls.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import { type InternalLink, readAddress, readMarkdown } from './article/read-markdown.ts';
import { readFile } from './files/read-file.ts';
import { redirectsSchema } from './files/schema.ts';
import type { ContentFolder } from './files/source-file.ts';

/** The contents of `redirects.md`, and the pages of this site to which it leads. */
export type LoadedRedirects = { redirects: Redirect[]; links: InternalLink[] };

const name = 'redirects.md';

/** Files of every site that are not pages. */
const ownFiles = [
  ...['/icon.svg', '/icon-512.png', '/apple-touch-icon.png', '/favicon.ico', '/404.html'],
  ...[routes.llms, routes.sitemap, routes.newsSitemap, routes.robots, routes.manifest, routes.siteShareImage],
  ...(['rss', 'atom', 'json'] as const).map((form) => routes.feed(form)),
];

/**
 * Loads `redirects.md`, which may be missing, and reports what is wrong with it.
 *
 * @param isPage Whether a route is one of this site's pages.
 */
export function loadRedirects(
  folder: ContentFolder,
  { urls, renderer }: LoadedSite,
  isPage: (route: string) => boolean,
  report: Report,
): LoadedRedirects {
  const loaded: LoadedRedirects = { redirects: [], links: [] };
  if (!existsSync(join(folder.dir, name))) return loaded;
  const file = readFile(folder, name, redirectsSchema, report);
  if (!file) return loaded;
  const { data, frontMatter } = file;
  const rules = { dir: folder.dir, topHeading: undefined, route: routes.home, urls };
  const text = readMarkdown(frontMatter, renderer, rules, () => {});
  if (text.plain.trim() !== '') {
    const message =
      'No page shows text from here. Write notes to colleagues as comments in the front matter, after a #.';
    report({ file: frontMatter.file, line: frontMatter.bodyLine, column: 1, code: 'text-lost', message });
  }
  const files = new Map(ownFiles.map((path) => [path.slice(1), path]));
  for (const [written, target] of Object.entries(data?.redirects ?? {})) {
    const at = { file: frontMatter.file, ...frontMatter.placeOfKey(['redirects', written]) };
    const fault = formerPathFault(written);
    const from = formerPath(written);
    if (fault !== undefined || from === undefined) {
      report({ ...at, code: 'redirect-path', message: `"${written}" cannot be redirected. ${fault}` });
      continue;
    }
    const path = fileOfFormerPath(from);
    const taken = isPage(from) || isPage(`${from}/`) ? from : takenBy(path, files);
    if (taken !== undefined) {
      const message = `"${written}" cannot be redirected: ${taken} is an address of this site or another former path. Remove it.`;
      report({ ...at, code: 'redirect-taken', message });
      continue;
    }
    files.set(path, written);
    const address = readAddress(target, frontMatter.file, rules);
    const place = { file: frontMatter.file, ...frontMatter.placeOf(['redirects', written]) };
    if ('fault' in address) report({ ...place, code: address.code, message: address.fault });
    else if ('external' in address) {
      if (address.external.startsWith('mailto:')) {
        const message = `"${target}" is not a page. Write a path of this site, or an address that begins with https://.`;
        report({ ...place, code: 'link-address', message });
      } else loaded.redirects.push({ from, to: new URL(address.external).href });
    } else {
      const { route, fragment, target: source } = address;
      loaded.links.push({ ...place, route, fragment, target: source, written: target });
      loaded.redirects.push({ from, to: fragment === undefined ? route : `${route}#${fragment}` });
    }
  }
  return loaded;
}

/** Former paths that collide: two for one file, or a file where another needs a folder. */
function takenBy(path: string, files: ReadonlyMap<string, string>): string | undefined {
  const parts = path.split('/');
  const above = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  const found = above.find((one) => files.has(one)) ?? [...files.keys()].find((one) => one.startsWith(`${path}/`));
  return found === undefined ? undefined : `"${files.get(found)}"`;
}
