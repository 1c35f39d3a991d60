import type { Page } from '@playwright/test';
import { complaintsOf } from '../support/complaints.ts';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const field = (page: Page) => page.getByRole('searchbox');
const status = (page: Page) => page.getByRole('status');
const hits = (page: Page) => page.locator('.hit');

test.describe('a reader who searches', () => {
  test('comes from any page to the field, and from a word to the section that has it', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await page.goto(`${served.standfirst}/about/`);
    await page.getByRole('link', { name: 'Search' }).click();
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('thermal cameras');
    await expect(status(page)).toHaveText('1 article found');
    await expect(page.locator('mark').first()).toHaveText(/thermal/i);
    await hits(page).getByRole('link', { name: 'Border security' }).click();
    await expect(page).toHaveURL(`${served.standfirst}/articles/iraq-syria-border/#border-security`);
    await expect(page.getByRole('heading', { name: 'Border security' })).toBeInViewport();
    expect(heard).toEqual([]);
  });

  test('sees nothing move when the results of an address come', async ({ page, served }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.addInitScript(() => {
      new PerformanceObserver(() => {
        document.documentElement.dataset['shift'] = '';
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${served.standfirst}/search/?q=border`);
    await expect(status(page)).toHaveText('1 article found');
    await expect(page.locator('html')).not.toHaveAttribute('data-shift');
  });

  test('finds other forms of a word, and a headline', async ({ page, served }) => {
    await page.goto(`${served.standfirst}/search/?q=prisons`);
    await expect(
      hits(page)
        .locator('mark')
        .filter({ hasText: /^Prison$/ })
        .first(),
    ).toBeVisible();
    await field(page).fill('warns danger beyond');
    await expect(hits(page).getByRole('heading')).toHaveText(/but warns of danger beyond it/);
  });

  test('has the question in the address, which asks it again', async ({ page, served }) => {
    await page.goto(`${served.plenty}/search/`);
    await field(page).fill('trains & more?');
    await page.getByRole('combobox', { name: 'Topic' }).selectOption('Travel');
    await expect(page).toHaveURL(`${served.plenty}/search/?q=trains+%26+more%3F&topic=travel`);
    await field(page).fill('trains');
    await expect(page).toHaveURL(`${served.plenty}/search/?q=trains&topic=travel`);
    await page.reload();
    await expect(field(page)).toHaveValue('trains');
    await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('travel');
    await expect(status(page)).toHaveText('13 articles found');
    await field(page).fill('');
    await expect(page).toHaveURL(`${served.plenty}/search/?topic=travel`);
  });

  test(
    'asks no question of an address that has none, and leaves the address alone',
    onlyLong(),
    async ({ page, served }) => {
      await page.goto(`${served.plenty}/search/?topic=nowhere`);
      await expect(field(page)).toBeFocused();
      await expect(page.getByRole('combobox', { name: 'Topic' })).toHaveValue('');
      await expect(page).toHaveURL(`${served.plenty}/search/?topic=nowhere`);
    },
  );

  test('narrows the results to a topic and a year, of which each has an index of its own', async ({ page, served }) => {
    await page.goto(`${served.plenty}/search/?q=text`);
    await expect(status(page)).toHaveText('64 articles found');
    const year = page.getByRole('combobox', { name: 'Year' });
    await year.selectOption('2025');
    await expect(status(page)).toHaveText('24 articles found');
    await page.getByRole('combobox', { name: 'Topic' }).selectOption('Farming');
    await expect(status(page)).toHaveText('5 articles found');
    for (const label of await hits(page).locator('.label').allTextContents()) {
      expect(label).toMatch(/^Farming .*December 2025$/);
    }
    await year.selectOption('2026');
    await expect(status(page)).toHaveText('8 articles found');
  });

  test('sees ten results, and more where she asks for more', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.plenty}/search/?q=library`);
    await expect(hits(page)).toHaveCount(10);
    await page.getByRole('button', { name: 'More results' }).click();
    await expect(hits(page)).toHaveCount(13);
    await expect(hits(page).nth(10).getByRole('link').first()).toBeFocused();
    await expect(page.getByRole('button', { name: 'More results' })).toBeHidden();
    const addresses = await hits(page)
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(new Set(addresses).size).toBe(13);
  });

  test('needs no mouse', async ({ page, served }) => {
    await page.goto(`${served.plenty}/search/`);
    await page.keyboard.type('harvest');
    await page.keyboard.press('Enter');
    await expect(status(page)).toHaveText('13 articles found');
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).first().getByRole('link')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(hits(page).nth(1).getByRole('link')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('');
    await expect(hits(page).first()).toBeHidden();
    await page.keyboard.type('harvest');
    await expect(status(page)).toHaveText('13 articles found');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Why the harvest came/);
    await page.goBack();
    await expect(field(page)).toHaveValue('harvest');
    await expect(status(page)).toHaveText('13 articles found');
  });

  test('is told that there is nothing, and where to go on', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.standfirst}/search/?q=zebra`);
    await expect(status(page)).toHaveText('Nothing found');
    await expect(page.getByText('Try other or fewer words')).toBeVisible();
    await page.getByRole('navigation', { name: 'Topics' }).getByRole('link', { name: 'Syria' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Syria');
  });

  test('searches in Arabic, under the path of the site', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await page.goto(`${served.arabic}/search/?q=${encodeURIComponent('مثال')}`);
    await expect(status(page)).toHaveText(/^عُثر على/);
    const link = hits(page).getByRole('link').first();
    await expect(link).toHaveAttribute('href', /^\/ar\/articles\//);
    expect(heard).toEqual([]);
  });
});

test.describe('a search without its index', () => {
  test('says so, and leads to all articles, whichever part of it is missing', async ({ page, served }) => {
    for (const [what, files] of [
      ['the program', '**/pagefind.js'],
      ['the program for the language', '**/*.pagefind'],
      ['the facts of an index', '**/2026-*/*.pf_meta'],
      ['the index of a year', '**/2026-*/index/*'],
      ['an article that was found', '**/fragment/*'],
    ] as const) {
      await page.route(files, (route) => route.fulfill({ status: 404, body: '' }));
      await page.goto(`${served.standfirst}/search/?q=border`);
      await expect(status(page), what).toHaveText('The search does not answer');
      await expect(page.getByText('Its index could not be loaded.'), what).toBeVisible();
      await page.getByRole('link', { name: 'All articles' }).click();
      await expect(page, what).toHaveURL(`${served.standfirst}/`);
      await page.unroute(files);
    }
  });

  test('answers the next question when the line is there again', onlyLong(), async ({ page, served }) => {
    await page.route('**/2026-*/**', (route) => route.abort());
    await page.goto(`${served.standfirst}/search/?q=border`);
    await expect(status(page)).toHaveText('The search does not answer');
    await page.unroute('**/2026-*/**');
    await field(page).fill('prison');
    await expect(status(page)).toHaveText('1 article found');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says why there is no field, and leads to articles and topics', async ({ page, served }) => {
    await page.goto(`${served.standfirst}/search/`);
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
    const links = page.getByRole('main').getByRole('link');
    await expect(links).toHaveText(['All articles', 'Iraq', 'Security', 'Syria']);
  });
});
