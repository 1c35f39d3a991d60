import { expect, test } from '../support/site-server.ts';

const windows = [
  ['phone', { width: 390, height: 844 }],
  ['laptop', { width: 1280, height: 800 }],
] as const;

const pages = [
  ['article', 'features', '/articles/everything/'],
  ['front', 'seven', '/'],
  ['search', 'seven', '/search/?q=text'],
  ['version', 'features', '/articles/recorded/versions/3/'],
] as const;

test.use({ colorScheme: 'light', reducedMotion: 'reduce', deviceScaleFactor: 1 });

for (const [name, site, path] of pages) {
  for (const [where, viewport] of windows) {
    test.describe(`The page "${name}" on a ${where}`, () => {
      test.use({ viewport });

      test('looks as it does on its picture', async ({ page, served }) => {
        await page.goto(served[site] + path, { waitUntil: 'networkidle' });
        await page.evaluate(() => document.fonts.ready);
        await expect(page).toHaveScreenshot(`${name}-${where}.png`, { fullPage: true });
      });
    });
  }
}
