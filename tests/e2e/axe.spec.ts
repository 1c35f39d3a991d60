import { accessibilityFaults } from '../support/accessibility-faults.ts';
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
  ['arabic', '/'],
  ['arabic', '/search/'],
  ['arabic', '/articles/first/'],
] as const;

for (const [site, path] of pages) {
  test(`${site} ${path} has no fault of accessibility, light and dark, at 320 and at 1280 px`, async ({
    page,
    served,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(served[site] + path);
    if (await page.locator('summary').isVisible()) await page.locator('summary').click();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
}
