/** A site of the tests: what it is built from, when, and where it comes to lie. */
type TestSite = { content: string; out: string; asOf: string };

/** The fixtures: a whole article as it was once published here, and sites that show what it does not have. */
export const sites = {
  standfirst: {
    content: 'tests/fixtures/sites/standfirst',
    out: 'out.test/standfirst',
    asOf: '2026-11-01T12:00:00+00:00',
  },
  features: { content: 'tests/fixtures/sites/features', out: 'out.test/features', asOf: '2026-02-01T12:00:00+00:00' },
  arabic: { content: 'tests/fixtures/sites/arabic', out: 'out.test/arabic', asOf: '2026-02-01T12:00:00+00:00' },
  harbour: { content: 'out.test/harbour-content', out: 'out.test/harbour', asOf: '2026-11-01T12:00:00+00:00' },
  two: { content: 'out.test/two-content', out: 'out.test/two', asOf: '2026-02-01T12:00:00+00:00' },
  seven: { content: 'out.test/seven-content', out: 'out.test/seven', asOf: '2026-02-01T12:00:00+00:00' },
  plenty: { content: 'out.test/plenty-content', out: 'out.test/plenty', asOf: '2026-02-01T12:00:00+00:00' },
} as const satisfies Record<string, TestSite>;

/**
 * A publication with a face of its own and all that it can arrange, in which the whole article of `standfirst` is one of
 * many: the two pages of that article differ by the face alone.
 */
export const harbour = 'tests/fixtures/sites/harbour';

/** How many articles those sites have whose content is made for the tests. */
export const madeSites = { two: 2, seven: 7, plenty: 64 } as const satisfies Partial<
  Record<keyof typeof sites, number>
>;

/** The pages of the site `standfirst` as plain `next build` prerenders them. */
export const plainPages = 'out.test/next';
