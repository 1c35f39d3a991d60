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

/** Which sites may load a file: pages none but their own; pictures, feeds and data any. */
export function resourcePolicy(path: string): 'same-origin' | 'cross-origin' {
  return /\.(png|jpe?g|webp|avif|svg|ico|xml|json|txt|md)$/.test(path) ? 'cross-origin' : 'same-origin';
}

/** How long a browser may keep a file without asking: copies of pictures for ever, since their names change with them. */
export function cacheControl(path: string): string {
  return path.startsWith('/pictures/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
