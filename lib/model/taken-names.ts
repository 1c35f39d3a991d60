/** The first parts of the site's own addresses, which no page of a publication may have. */
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

/** Whether something of the site itself is at the address that a page of this id would have. */
export function isTakenName(id: string): boolean {
  return taken.has(id);
}
