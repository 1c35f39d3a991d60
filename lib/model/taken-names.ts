/** The first parts of the site's own addresses, which no page of a publication may use. */
const taken = new Set([
  ...[
    'about',
    'articles',
    'authors',
    'corrections',
    'fonts',
    'former-paths',
    'glossary',
    'page',
    'pictures',
    'press',
    'search',
    'series',
    'sitemaps',
  ],
  ...['topics', 'preview', 'admin', 'api'],
]);

/** Whether the site itself uses the address that a page with this id would have. */
export function isTakenName(id: string): boolean {
  return taken.has(id);
}
