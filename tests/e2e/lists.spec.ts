import { expect, test, widths } from '../support/site-server.ts';

/** Lists of one, two, seven, twenty and more articles, with a lead and without. */
const lists = [
  ['standfirst', '/'],
  ['standfirst', '/topics/iraq/'],
  ['two', '/'],
  ['two', '/topics/tests/'],
  ['seven', '/'],
  ['seven', '/authors/ada/'],
  ['seven', '/authors/ben/'],
  ['forty', '/'],
  ['forty', '/topics/city/'],
  ['forty', '/topics/tests/page/1/'],
  ['plenty', '/'],
  ['plenty', '/topics/tests/'],
  ['plenty', '/authors/ben/'],
] as const;

for (const width of [...widths, 1920]) {
  test.describe(`lists at ${width} px`, () => {
    for (const [site, path] of lists) {
      test(`the last row of ${site} ${path} is full, and nothing lies over anything`, async ({ page, served }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(served[site] + path);
        const { end, boxes } = await page.locator('.teasers').evaluate((list) => ({
          end: list.getBoundingClientRect().right,
          boxes: [...list.children].map((teaser) => {
            const { left, right, top, bottom } = teaser.getBoundingClientRect();
            return { left, right, top, bottom };
          }),
        }));
        const last = boxes.at(-1);
        const lastRow = boxes.filter(({ top }) => Math.abs(top - (last?.top ?? 0)) < 1);
        expect(Math.abs((lastRow.at(-1)?.right ?? 0) - end)).toBeLessThan(1);
        for (const [index, one] of boxes.entries()) {
          for (const other of boxes.slice(index + 1)) {
            const apart =
              one.right <= other.left || other.right <= one.left || one.bottom <= other.top || other.bottom <= one.top;
            expect(apart).toBe(true);
          }
        }
      });
    }
  });
}

test.describe('a reader with a telephone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  for (const [from, heading] of [
    ['/', 'Articles'],
    ['/topics/tests/', 'Tests'],
    ['/authors/ada/', 'Ada Example'],
  ] as const) {
    test(`comes from ${from} to the oldest article page by page, and back to the newest`, async ({ page, served }) => {
      await page.goto(served.plenty + from);
      for (const number of [2, 1]) {
        await page.getByRole('link', { name: 'Older articles' }).click();
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${heading}, page ${number}`);
      }
      await expect(page.getByRole('link', { name: 'Older articles' })).toHaveCount(0);
      await expect(page.locator('.teaser a').last()).toHaveAttribute('href', '/articles/article-1/');
      await page.getByRole('link', { name: 'Newest articles' }).click();
      await expect(page).toHaveURL(served.plenty + from);
    });
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

test('the end of an article stays off paper', async ({ page, served }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`${served.plenty}/articles/article-32/`);
  await expect(page.locator('.more')).toBeHidden();
});
