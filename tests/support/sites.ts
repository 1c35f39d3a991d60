/** A site of the tests: what it is built from, for which instant, and where. */
type TestSite = { content: string; out: string; asOf: string };

/** The fixtures: a complete article that was once published here, and sites that show what it does not have. */
export const sites = {
  standfirst: {
    content: 'tests/fixtures/sites/standfirst',
    out: 'out.test/standfirst',
    asOf: '2026-11-01T12:00:00+00:00',
  },
  features: { content: 'tests/fixtures/sites/features', out: 'out.test/features', asOf: '2026-02-01T12:00:00+00:00' },
  arabic: { content: 'tests/fixtures/sites/arabic', out: 'out.test/arabic', asOf: '2026-02-01T12:00:00+00:00' },
  harbour: { content: 'out.test/harbour-content', out: 'out.test/harbour', asOf: '2026-11-01T12:00:00+00:00' },
  bilingual: {
    content: 'out.test/bilingual-content',
    out: 'out.test/bilingual',
    asOf: '2026-12-01T12:00:00+00:00',
  },
  two: { content: 'out.test/two-content', out: 'out.test/two', asOf: '2026-02-01T12:00:00+00:00' },
  seven: { content: 'out.test/seven-content', out: 'out.test/seven', asOf: '2026-02-01T12:00:00+00:00' },
  plenty: { content: 'out.test/plenty-content', out: 'out.test/plenty', asOf: '2026-02-01T12:00:00+00:00' },
} as const satisfies Record<string, TestSite>;

/**
 * A publication with a face of its own and everything that can be arranged. The article of `standfirst` is added to it, so
 * that the two pages of that article show what a face costs.
 */
export const harbour = 'tests/fixtures/sites/harbour';

/** The publication of `standfirst` in a second language: what is added to that. */
export const bilingual = 'tests/fixtures/sites/bilingual';

/** How many articles the sites with generated content have. */
export const madeSites = { two: 2, seven: 7, plenty: 64 } as const satisfies Partial<
  Record<keyof typeof sites, number>
>;

/** The pages of the site `standfirst` as plain `next build` prerenders them. */
export const plainPages = 'out.test/next';
