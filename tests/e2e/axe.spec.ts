import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/site-server.ts';

const pages = [
  ['standfirst', '/'],
  ['standfirst', '/articles/iraq-syria-border/'],
  ['standfirst', '/topics/iraq/'],
  ['standfirst', '/authors/standfirst-desk/'],
  ['standfirst', '/about/'],
  ['standfirst', '/glossary/'],
  ['standfirst', '/search/'],
  ['standfirst', '/nowhere/'],
  ['features', '/articles/everything/'],
  ['features', '/articles/old-bridge/'],
  ['features', '/articles/recorded/'],
  ['features', '/articles/recorded/versions/'],
  ['features', '/articles/recorded/versions/3/'],
  ['features', '/corrections/'],
  ['features', '/articles/taken-down/'],
  ['plenty', '/'],
  ['plenty', '/page/1/'],
  ['plenty', '/topics/tests/page/2/'],
  ['plenty', '/authors/ben/'],
  ['plenty', '/articles/article-32/'],
  ['two', '/'],
  ['seven', '/'],
  ['forty', '/'],
  ['arabic', '/'],
  ['arabic', '/search/'],
  ['arabic', '/articles/first/'],
] as const;

for (const [site, path] of pages) {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [320, 1280]) {
      test(`${site} ${path} has no fault of accessibility, ${scheme}, ${width} px`, async ({ page, served }) => {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        await page.goto(served[site] + path);
        if (await page.locator('summary').isVisible()) await page.locator('summary').click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      });
    }
  }
}
