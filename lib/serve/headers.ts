import { languageFolder } from '../model/urls.ts';

/**
 * The headers of every answer, the same for all pages. What differs from page to page, the hashes of scripts and
 * styles, is in the page's own policy; browsers apply both.
 */
export const commonHeaders = {
  'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** The header for readers who use TLS: from then on, browsers use nothing else for this host. */
export const tlsHeaders = { 'strict-transport-security': 'max-age=63072000' } as const;

/** The extensions of files that other sites may load: pictures, feeds and data, but not pages, scripts and styles. */
export const sharedEndings = ['png', 'jpg', 'webp', 'avif', 'svg', 'ico', 'xml', 'json', 'txt', 'md'] as const;

/** Which sites may load a file. */
export function resourcePolicy(path: string): 'same-origin' | 'cross-origin' {
  return sharedEndings.some((ending) => path.endsWith(`.${ending}`)) ? 'cross-origin' : 'same-origin';
}

/**
 * The folders whose files have names that change with their content: copies of pictures, font files, and the search's program and indexes.
 * `path` is a regular expression for paths relative to the site's root; `rule` says the same for hosts that support placeholders. What languages do
 * not share is in the folder of each.
 */
export const immutableFolders = [
  { path: 'pictures/', rule: 'pictures/*', isShared: true },
  { path: 'fonts/', rule: 'fonts/*', isShared: true },
  {
    path: `${languageFolder}search/(?:runtime|pages|[0-9]{4}[ab]*)-[0-9a-f]{16}/`,
    rule: 'search/:index/*',
    isShared: false,
  },
] as const;

const immutable = new RegExp(`^(${immutableFolders.map(({ path }) => path).join('|')})`);

/** Whether a file never changes under its name, and so may be cached for ever. */
export function isImmutable(path: string): boolean {
  return immutable.test(path);
}

/** Whether a file belongs to the program of the search, which contains no text of articles. */
export function isOfSearchRuntime(path: string): boolean {
  return searchRuntime.test(path);
}

const searchRuntime = new RegExp(`^${languageFolder}search/runtime-`);

/** How long a file may be cached without revalidation: for ever, or not at all. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;
