import { test as base } from '@playwright/test';
import { builtEditions } from '../../lib/serve/built-editions.ts';
import { serve } from '../../lib/serve/serve.ts';
import { sites } from './sites.ts';

export { expect } from '@playwright/test';

/** Addresses of the built sites, each served by the site's own server, with the path that the site has. */
type Served = Record<keyof typeof sites, string>;

/** Playwright's test with the built sites served on free loopback ports. */
export const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const start = (site: keyof typeof sites) =>
        serve({ editions: builtEditions(sites[site].out, console.error), host: 'localhost', port: 0 });
      const serving = {
        standfirst: await start('standfirst'),
        features: await start('features'),
        arabic: await start('arabic'),
        harbour: await start('harbour'),
        bilingual: await start('bilingual'),
        two: await start('two'),
        seven: await start('seven'),
        plenty: await start('plenty'),
      };
      await use({
        standfirst: serving.standfirst.address,
        features: serving.features.address,
        arabic: serving.arabic.address,
        harbour: serving.harbour.address,
        bilingual: serving.bilingual.address,
        two: serving.two.address,
        seven: serving.seven.address,
        plenty: serving.plenty.address,
      });
      for (const { close } of Object.values(serving)) await close();
    },
    { scope: 'worker' },
  ],
});

/** The windows in which pages are tried: a phone, a tablet, a laptop. */
export const widths = [390, 768, 1280] as const;
