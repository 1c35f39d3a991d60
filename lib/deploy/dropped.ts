import { shellWord } from '../model/suggested-command.ts';
import { addressOfKey, articleKeyAt, languageFolder } from '../model/urls.ts';
import type { PublicSite } from '../publication/public-texts.ts';
import { LiveError } from '../serve/live-error.ts';
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

/** The most addresses that a message names. */
const mostNamed = 50;

/** The error for a site that lacks addresses that readers have. */
export function wouldDrop(root: string, addresses: readonly string[]): LiveError {
  const count = addresses.length;
  const named = addresses.slice(0, mostNamed).map((address) => `  ${address}`);
  const isOne = count === 1;
  return new LiveError(
    [
      `Readers have ${isOne ? 'an address' : `${count.toLocaleString('en')} addresses`} that this site does not have:`,
      ...named,
      ...(count > mostNamed ? [`  and ${(count - mostNamed).toLocaleString('en')} more`] : []),
      `Restore ${isOne ? 'it' : 'them'}, list the former id under aliases of what readers should find instead, or list the address in redirects.md, and build again. If ${isOne ? 'it' : 'they'} may go, deploy with --drop ${isOne ? shellWord(addresses[0] ?? '') : '<address> for each (and all below it), or with --drop all'}.`,
      `${root} was not changed.`,
    ].join('\n'),
  );
}
