import { accessibilityFaults } from '../support/accessibility-faults.ts';
import { expect, test } from '../support/site-server.ts';

const pages = {
  standfirst: [
    '/',
    '/articles/iraq-syria-border/',
    '/authors/standfirst-desk/',
    '/about/',
    '/glossary/',
    '/search/',
    '/nowhere/',
  ],
  features: [
    '/articles/everything/',
    '/articles/old-bridge/',
    '/articles/recorded/',
    '/articles/recorded/versions/',
    '/articles/recorded/versions/3/',
    '/corrections/',
    '/articles/taken-down/',
  ],
  plenty: ['/', '/topics/tests/page/2/', '/articles/article-32/'],
  arabic: ['/', '/search/', '/articles/first/'],
} as const;

for (const [site, paths] of Object.entries(pages) as [keyof typeof pages, readonly string[]][]) {
  test(`No page of the site “${site}” has a fault of accessibility, light and dark, at 320 and at 1280 px`, async ({
    page,
    served,
  }) => {
    for (const path of paths) {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(served[site] + path);
      if (await page.locator('summary').isVisible()) await page.locator('summary').click();
      expect.soft(await accessibilityFaults(page), path).toEqual([]);
    }
  });
}
