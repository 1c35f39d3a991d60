import { leadsElsewhere } from '../model/former-path.ts';
import type { Edition } from './edition.ts';
import type { Target } from './request-target.ts';

/** Where a path leads in a site: to a file, to another address permanently or temporarily, or nowhere. */
export type Resolved = { file: string } | { to: string; forGood: boolean } | 'nowhere';

const index = 'index.html';

/** The file of the not-found page, in the folder of each language. */
export const notFoundFile = '404.html';

/** Everything in a manifest that the answer to a target may depend on: paths of files, and routes of redirects. */
export function candidatesFor(target: Target, base: string): { files: string[]; redirects: string[] } {
  const path = 'path' in target ? target.path : '';
  if (!path.startsWith(base)) return { files: [index, notFoundFile], redirects: [] };
  const below = path.slice(base.length);
  const [folder = ''] = below.split('/');
  const plain = below.replace(/\/$/, '');
  const files = [index, below, `${below}${index}`, `${below}/${index}`, notFoundFile, `${folder}/${notFoundFile}`];
  return { files: [...new Set(files)], redirects: [...new Set([`/${below}`, `/${below}/`, `/${plain}`])] };
}

/**
 * Where a path leads in an edition of a site.
 *
 * A folder serves its `index.html`; a folder without its last slash, an explicit `index.html` and a former address
 * redirect there permanently. What is not in the manifest does not exist, whatever is on disk.
 *
 * @param path Decoded, including the path of the site's own address.
 */
export function resolvePath(path: string, { base, files, redirects }: Edition): Resolved {
  const forGood = (below: string): Resolved => ({ to: encodeURI(base + below), forGood: true });
  if (!path.startsWith(base)) {
    if (`${path}/` === base) return forGood('');
    return path === '/' ? { to: encodeURI(base), forGood: false } : 'nowhere';
  }
  const below = path.slice(base.length);
  const redirect =
    redirects.get(`/${below}`) ?? redirects.get(`/${below}/`) ?? redirects.get(`/${below.replace(/\/$/, '')}`);
  if (redirect !== undefined) {
    return leadsElsewhere(redirect) ? { to: redirect, forGood: true } : forGood(redirect.slice(1));
  }
  const isFolder = below === '' || below.endsWith('/');
  const file = isFolder ? below + index : below;
  if (files.has(file)) {
    if (isFolder || (file !== index && !file.endsWith(`/${index}`))) return { file };
    return forGood(file.slice(0, -index.length));
  }
  return files.has(`${below}/${index}`) ? forGood(`${below}/`) : 'nowhere';
}
