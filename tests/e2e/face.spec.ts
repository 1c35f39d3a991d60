import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/the-pier-reopens/';

/** Where the links of the menu begin, from the start of the page on. */
const menuStarts = (page: Page) =>
  page.locator('header nav a').evaluateAll((links) => links.map((link) => link.getBoundingClientRect().left));

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1280]) {
    test(
      `the menu leads to pages, topics and elsewhere in a window of ${width} px`,
      onlyLong(width > 320),
      async ({ page, served }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(served.harbour + article);
        const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
        for (const link of await links.all()) await expect(link).toBeInViewport();
        await expect(links.filter({ hasText: 'Shop' })).toHaveAttribute('href', 'https://shop.harbour.example/');
        await links.filter({ hasText: 'Contact us' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('Contact us');
        await page.getByRole('link', { name: 'The Harbour Gazette' }).first().click();
        await expect(page).toHaveURL(`${served.harbour}/`);
      },
    );
  }
});

test.describe('the face of a publication', () => {
  test('is its own typeface in headlines, its colours and its logo, at their sizes before they arrive', async ({
    page,
    served,
  }) => {
    await page.goto(served.harbour + article);
    await page.evaluate(() => document.fonts.ready);
    expect(await page.evaluate(() => document.fonts.check('700 20px headlines'))).toBe(true);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCSS('font-family', /^headlines,/);
    await expect(page.locator('.teaser-headline').first()).toHaveCSS('font-family', /^headlines,/);
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(247, 250, 248)');
    const logo = page.locator('.logo');
    expect(await logo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(true);
    const { width = 0, height = 0 } = (await logo.boundingBox()) ?? {};
    expect(height).toBeCloseTo(32, 0);
    expect(width / height).toBeCloseTo(293 / 40, 1);
  });

  test('follows the reader who chooses dark pages', onlyLong(), async ({ page, served }) => {
    await page.goto(served.harbour + article);
    await page.getByText('Dark', { exact: true }).click();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(19, 18, 16)');
    await expect(page.locator('.label').first()).not.toHaveCSS('color', 'rgb(11, 110, 79)');
  });

  test('is on paper with its logo and its rights, and without its menus', async ({ page, served }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(served.harbour + article);
    await expect(page.locator('.logo')).toBeVisible();
    await expect(page.locator('.imprint')).toContainText('© Harbour Press · CC BY 4.0');
    await expect(page.locator('header nav')).toBeHidden();
  });
});

test.describe('from right to left', () => {
  test('the logo is at the right, and the menu goes on to the left', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${served.arabic}/articles/first/`);
    const starts = await menuStarts(page);
    expect(starts).toHaveLength(4);
    expect(starts).toEqual(starts.toSorted((a, b) => b - a));
    const logo = await page.locator('.logo').boundingBox();
    expect(logo?.x).toBeGreaterThan(Math.max(...starts));
  });
});
