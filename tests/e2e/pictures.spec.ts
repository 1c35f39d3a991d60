import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/old-bridge/';

/** The file that each picture of the page shows, without its digest; those that have not arrived are left out. */
function shown(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.images]
      .filter(({ complete, naturalWidth }) => complete && naturalWidth > 0)
      .map(({ currentSrc }) => currentSrc.replace(/.*\/|-[0-9a-f]{8}/g, '')),
  );
}

/** Scrolls down the page a window at a time, as a reader does. */
async function readOn(page: Page): Promise<void> {
  for (const img of await page.locator('img').all()) await img.scrollIntoViewIfNeeded();
}

for (const [width, pixels, lead, lake] of [
  [390, 1, 'old-bridge-480.avif', 'the-lake-480.avif'],
  [390, 3, 'old-bridge-960.avif', 'the-lake-1200.avif'],
  [768, 1, 'old-bridge-960.avif', 'the-lake-960.avif'],
  [1280, 2, 'old-bridge-1440.avif', 'the-lake-1200.avif'],
] as const) {
  test.describe(`at ${width} px, ${pixels} pixels for each`, onlyLong(pixels === 1), () => {
    test.use({ viewport: { width, height: 800 }, deviceScaleFactor: pixels });

    test('every picture arrives, in the copy that is wide enough and no wider', async ({ page, served }) => {
      await page.goto(served.features + article);
      await readOn(page);
      await expect.poll(() => shown(page)).toHaveLength(5);
      const files = await shown(page);
      expect([files[0], files[1]]).toEqual([lead, lake]);
    });
  });
}

for (const width of [320, 768, 1280]) {
  test.describe(`at ${width} px`, onlyLong(width === 768), () => {
    test.use({ viewport: { width, height: 800 } });

    test('nothing moves when a picture arrives, and none is cut, stretched or wider than its place', async ({
      page,
      served,
    }) => {
      // Every picture is late, as on a slow connection.
      await page.route('**/pictures/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.addInitScript(() => {
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries())
            if ('value' in entry) document.documentElement.dataset['shift'] = String(entry.value);
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(served.features + article, { waitUntil: 'domcontentloaded' });
      const heights = () => page.locator('figure').evaluateAll((all) => all.map((one) => one.clientHeight));
      const before = await heights();
      await readOn(page);
      await expect.poll(() => shown(page)).toHaveLength(5);
      expect(await heights()).toEqual(before);
      await expect(page.locator('html')).not.toHaveAttribute('data-shift');
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      const stretched = await page.locator('img').evaluateAll((all) =>
        all.filter((img) => {
          if (!(img instanceof HTMLImageElement)) return true;
          return Math.abs(img.width / img.height - img.naturalWidth / img.naturalHeight) > 0.02;
        }),
      );
      expect(stretched).toEqual([]);
    });
  });
}

test('the lead picture reaches from edge to edge of a phone, and its caption stays in line with the text', async ({
  page,
  served,
}) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(served.features + article);
  expect(await page.locator('.lead-picture img').boundingBox()).toMatchObject({ x: 0, width: 390 });
  const [caption, headline] = await Promise.all(
    ['.lead-picture figcaption', 'h1'].map((one) => page.locator(one).boundingBox()),
  );
  expect(caption?.x).toBe(headline?.x);
});

test('the contents stay in view while the text beside them is read', async ({ page, served }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(served.features + article);
  await page.locator('#last').scrollIntoViewIfNeeded();
  await expect(page.locator('.toc')).toBeInViewport();
});

test.describe('a browser that does not know AVIF', () => {
  test('shows JPEG', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    // To such a browser the type of the source is as unknown as this one.
    await page.route(`**${article}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: (await response.text()).replaceAll('image/avif', 'image/unknown') });
    });
    await page.goto(served.features + article);
    await readOn(page);
    await expect.poll(() => shown(page)).toHaveLength(5);
    expect((await shown(page)).filter((file) => !file.endsWith('.jpg'))).toEqual([]);
  });
});

test.describe('with script switched off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  test('the pictures of the text arrive all the same', async ({ page, served }) => {
    const arrived = page.waitForResponse(/valley-[0-9a-f]{8}-480\.avif$/);
    await page.goto(served.features + article);
    await page.locator('#upright img').first().scrollIntoViewIfNeeded();
    expect((await arrived).status()).toBe(200);
  });
});

test.describe('on paper', () => {
  test('every picture is there, also where the reader had not come near it', async ({ page, served }) => {
    await page.setViewportSize({ width: 800, height: 300 });
    await page.goto(served.features + article, { waitUntil: 'networkidle' });
    const before = (await shown(page)).length;
    expect(before).toBeLessThan(5);
    // Printing a page loads what it has not loaded yet.
    await page.pdf();
    await expect.poll(() => shown(page)).toHaveLength(5);
  });

  test('a picture is no higher than a page has room for two', onlyLong(), async ({ page, served }) => {
    await page.setViewportSize({ width: 700, height: 900 });
    await page.goto(served.features + article);
    await readOn(page);
    await page.emulateMedia({ media: 'print' });
    const heights = await page.locator('img').evaluateAll((all) => all.map((img) => img.clientHeight));
    for (const height of heights) {
      expect(height).toBeGreaterThan(100);
      expect(height).toBeLessThanOrEqual((10 / 2.54) * 96 + 1);
    }
  });
});
