/**
 * The headers of every answer, the same for all pages. What differs from page to page, the hashes of its scripts and
 * styles, is in the page's own policy; a browser holds to both.
 */
export const commonHeaders = {
  'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
} as const;

/** What is added where readers come through TLS: from then on, browsers use nothing else for this host. */
export const tlsHeaders = { 'strict-transport-security': 'max-age=63072000' } as const;

/** The endings of files that other sites may load: pictures, feeds and data. Pages, scripts and styles are the site's own. */
export const sharedEndings = ['png', 'jpg', 'webp', 'avif', 'svg', 'ico', 'xml', 'json', 'txt', 'md'] as const;

/** Which sites may load a file. */
export function resourcePolicy(path: string): 'same-origin' | 'cross-origin' {
  return sharedEndings.some((ending) => path.endsWith(`.${ending}`)) ? 'cross-origin' : 'same-origin';
}

/**
 * The folders whose files have names that change with what is in them: copies of pictures, font files, and the search's program
 * and the indexes of spans of time. `path` is a regular expression for paths from the site's root on; `rule` says the same for hosts that know
 * placeholders.
 */
export const immutableFolders = [
  { path: 'pictures/', rule: 'pictures/*' },
  { path: 'fonts/', rule: 'fonts/*' },
  { path: 'search/(?:runtime|pages|[0-9]{4}[ab]*)-[0-9a-f]{16}/', rule: 'search/:index/*' },
] as const;

const immutable = new RegExp(`^(${immutableFolders.map(({ path }) => path).join('|')})`);

/** Whether a file never changes under its name, and so may be kept for ever by whoever has fetched it. */
export function isImmutable(path: string): boolean {
  return immutable.test(path);
}

/** Whether a file is part of what opens the indexes of the search. No word of any article is in it. */
export function isOfSearchRuntime(path: string): boolean {
  return path.startsWith('search/runtime-');
}

/** How long whoever has a file may use it without asking: for ever, or not at all. */
export const cacheControl = {
  immutable: 'public, max-age=31536000, immutable',
  other: 'no-cache',
} as const;
