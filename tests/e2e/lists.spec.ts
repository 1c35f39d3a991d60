import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test, widths } from '../support/site-server.ts';

/** Lists of one, two, seven, twenty and more articles, with a lead and without. */
const lists = [
  ['standfirst', ['/', '/topics/iraq/']],
  ['two', ['/', '/topics/tests/']],
  ['seven', ['/', '/authors/ada/', '/authors/ben/']],
  ['plenty', ['/', '/topics/city/', '/topics/travel/', '/topics/tests/', '/topics/tests/page/1/', '/authors/ben/']],
] as const;

/** What is wrong with the layout of a list: a row that is not full, overlapping articles, a picture outside its article or not cropped. */
function faultsOf(page: Page): Promise<{ count: number; faults: string[] }> {
  return page.locator('ol.teasers').evaluate((list) => {
    const end = list.getBoundingClientRect().right;
    const boxes = [...list.children].map((teaser) => teaser.getBoundingClientRect());
    const last = boxes.at(-1);
    const lastRow = boxes.filter(({ top }) => Math.abs(top - (last?.top ?? 0)) < 1);
    const faults: string[] = [];
    const left = end - (lastRow.at(-1)?.right ?? 0);
    if (Math.abs(left) >= 1) faults.push(`${left} px of the last row are empty`);
    for (const [index, one] of boxes.entries()) {
      for (const [number, other] of boxes.entries()) {
        if (number <= index) continue;
        const apart =
          one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
        if (!apart) faults.push(`number ${number + 1} lies over number ${index + 1}`);
      }
    }
    for (const [index, teaser] of [...list.children].entries()) {
      const picture = teaser.querySelector('img, .map')?.getBoundingClientRect();
      const around = boxes[index];
      if (!picture || !around) continue;
      const { width, height, left: from, right } = picture;
      if (width < 80 || height < 80) faults.push(`the picture of number ${index + 1} is ${width} by ${height} px`);
      if (from < around.left - 1 || right > around.right + 1)
        faults.push(`the picture of number ${index + 1} sticks out`);
      if (height > width + 1) faults.push(`the picture of number ${index + 1} is not cropped`);
    }
    return { count: boxes.length, faults };
  });
}

test.describe('the last row of a list is full, and nothing lies over anything', () => {
  for (const [site, paths] of lists) {
    test(site, onlyLong(site !== 'plenty'), async ({ page, served }) => {
      for (const path of paths) {
        await page.goto(served[site] + path);
        for (const width of [...widths, 1920]) {
          await page.setViewportSize({ width, height: 800 });
          const { count, faults } = await faultsOf(page);
          expect.soft(count, `${path}, ${width} px`).toBeGreaterThan(0);
          expect.soft(faults, `${path}, ${width} px`).toEqual([]);
        }
      }
    });
  }
});

test.describe('a reader with a telephone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  for (const [from, heading] of [
    ['/', 'Articles'],
    ['/topics/tests/', 'Tests'],
    ['/authors/ada/', 'Ada Example'],
  ] as const) {
    test(
      `comes from ${from} to the oldest article page by page, and back to the newest`,
      onlyLong(from !== '/'),
      async ({ page, served }) => {
        await page.goto(served.plenty + from);
        for (const number of [2, 1]) {
          await page.getByRole('link', { name: 'Older articles' }).click();
          await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${heading}, page ${number}`);
        }
        await expect(page.getByRole('link', { name: 'Older articles' })).toHaveCount(0);
        await expect(page.locator('.teaser a').last()).toHaveAttribute('href', '/articles/article-1/');
        await page.getByRole('link', { name: 'Newest articles' }).click();
        await expect(page).toHaveURL(served.plenty + from);
      },
    );
  }

  test('goes from the end of an article to another on its topic, and to the topic', async ({ page, served }) => {
    await page.goto(`${served.plenty}/articles/article-32/`);
    const more = page.getByRole('navigation', { name: 'More on this' });
    await more.getByRole('listitem').first().click();
    await expect(page).toHaveURL(`${served.plenty}/articles/article-42/`);
    await more.getByRole('link', { name: 'Farming' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Farming');
  });
});

test('the lists on paper have no pictures', onlyLong(), async ({ page, served }) => {
  await page.goto(`${served.plenty}/`);
  await expect(page.locator('.teaser img, .teaser .map').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  for (const picture of await page.locator('.teaser img, .teaser .map').all()) await expect(picture).toBeHidden();
});

test('pictures that arrive move nothing', onlyLong(), async ({ page, served }) => {
  await page.goto(`${served.plenty}/`);
  const heights = () =>
    page.locator('.teaser').evaluateAll((teasers) => teasers.map((teaser) => teaser.getBoundingClientRect().height));
  await page.route('**/pictures/**', (route) => route.abort());
  await page.reload();
  const without = await heights();
  await page.unroute('**/pictures/**');
  await page.reload();
  await page.locator('.teaser img').last().scrollIntoViewIfNeeded();
  await expect
    .poll(() =>
      page
        .locator('.teaser img')
        .evaluateAll((images) => images.every((image) => 'naturalWidth' in image && Number(image.naturalWidth) > 0)),
    )
    .toBe(true);
  expect(await heights()).toEqual(without);
});

test('the end of an article stays off paper', onlyLong(), async ({ page, served }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${served.plenty}/articles/article-32/`);
  await expect(page.locator('.more')).toBeHidden();
});
