import { addressOfKey, articleKeyAt, languageFolder } from '../model/urls.ts';
import type { PublicSite } from '../publication/public-texts.ts';
import type { ReleaseManifest } from '../serve/release-manifest.ts';

/**
 * The addresses of pages in a release that have neither a page nor a redirect in a site.
 *
 * A numbered page of a list may go. So may the versions of an article whose address says that it was taken down, and the
 * lists that only it was on.
 *
 * @param files The files of the site, by path.
 */
export function droppedAddresses(
  before: Pick<ReleaseManifest, 'files' | 'texts'>,
  files: ReadonlyMap<string, unknown>,
  { texts, redirects }: PublicSite,
): string[] {
  const hasPage = (route: string) => files.has(`${route.slice(1)}index.html`);
  const isTakenDown = (key: string) => {
    const address = addressOfKey(key);
    return texts[key] === undefined && redirects[address] === undefined && hasPage(address);
  };
  const isAnyTakenDown = Object.keys(before.texts ?? {}).some(isTakenDown);
  const mayGo = (route: string) => {
    if (/\/page\/\d+\/$/.test(route)) return true;
    if (listOfWhatArticlesHave.test(route)) return isAnyTakenDown;
    const key = articleKeyAt(route.replace(/versions\/(?:\d+\/)?$/, ''));
    return key !== undefined && isTakenDown(key);
  };
  return Object.entries(before.files)
    .filter(([path, { carried }]) => /\.html?$/.test(path) && !notFoundPage.test(path) && !carried && !files.has(path))
    .map(([path]) => `/${path.replace(/(^|\/)index\.html$/, '$1')}`)
    .filter((route) => redirects[route] === undefined && !mayGo(route))
    .sort();
}

const listOfWhatArticlesHave = new RegExp(`^/${languageFolder}(?:glossary|corrections)/$`);

const notFoundPage = new RegExp(`^${languageFolder}404\\.html$`);

/**
 * The addresses that nobody has allowed to go.
 *
 * @param allowed Addresses, each with everything below it, or `all`.
 */
export function notAllowed(addresses: readonly string[], allowed: readonly string[]): string[] {
  if (allowed.includes('all')) return [];
  const parts = allowed.map((address) => `/${address.replace(/^\/+|\/+$/g, '')}/`);
  return addresses.filter((address) => !parts.some((part) => `${address}/`.startsWith(part)));
}
