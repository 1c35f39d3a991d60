import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { deskFiles } from '../../lib/desk/desk-files.ts';
import type { Desk } from '../../lib/model/desk.ts';
import { builtEditions } from '../../lib/serve/built-editions.ts';
import { serve } from '../../lib/serve/serve.ts';
import { aFewFiles, finishSite } from './a-finished-site.ts';

export { expect } from '@playwright/test';

const desk: Desk = {
  backend: 'github',
  repo: 'harbour/news',
  branch: 'desk',
  folder: 'content',
  host: undefined,
  app: undefined,
  signIn: undefined,
};

/** Playwright's test with the address of a site that has a desk, in two languages, served by the site's own server. */
export const test = base.extend<object, { site: string }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed.
    async ({}, use) => {
      const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
      const out = join(dir, 'out');
      const setting = { name: 'The Harbour', url: 'https://harbour.example', languages: ['en-GB', 'ar'], desk };
      const files = deskFiles({ ...setting, timeZone: 'Asia/Baghdad' }, process.cwd());
      await finishSite(out, { ...aFewFiles, ...Object.fromEntries(files.map(({ path, bytes }) => [path, bytes()])) });
      const serving = await serve({ editions: builtEditions(out, () => {}), host: 'localhost', port: 0 });
      await use(serving.address);
      await serving.close();
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
});
