import { leadsElsewhere } from '../model/former-path.ts';
import type { Edition } from './edition.ts';

/** Where a path leads in a site: to a file, to another address, for good or for now, or nowhere. */
export type Resolved = { file: string } | { to: string; forGood: boolean } | 'nowhere';

const index = 'index.html';

/**
 * Where a path leads in an edition of a site.
 *
 * A folder is its `index.html`, which has no other address; a folder without its last slash, an `index.html` and a former
 * address lead there for good. What is in no manifest is nowhere, whatever lies on disk.
 *
 * @param path Decoded, with the path of the site's own address.
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
