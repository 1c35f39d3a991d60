import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test, widths } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('the permalink of a section', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'], reducedMotion: 'reduce' });

  test('copies its address, says so, and goes there', async ({ page, served }) => {
    await page.goto(`${served.standfirst}${article}?from=a-letter`);
    await page.getByRole('link', { name: 'Link to the section “Northeast Syria”' }).click();
    await expect(page.getByRole('status')).toHaveText('Link copied');
    await expect(page.getByRole('status')).toBeInViewport({ ratio: 1 });
    expect(await copied(page)).toBe(`${served.standfirst}${article}#northeast-syria`);
    await expect(page).toHaveURL(/#northeast-syria$/);
    await expect(page.getByRole('heading', { name: 'Northeast Syria' })).toBeInViewport();
    await expect(page.getByRole('status')).toHaveText('', { timeout: 8000 });
  });

  test('does so with the keyboard', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await page.getByRole('link', { name: 'Link to the section “Border security”' }).press('Enter');
    await expect(page.getByRole('status')).toHaveText('Link copied');
    expect(await copied(page)).toBe(`${served.standfirst}${article}#border-security`);
  });

  test('speaks Arabic on an Arabic site', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.arabic}/articles/first/`);
    await page.locator('.permalink').first().click();
    await expect(page.getByRole('status')).toHaveText('نُسخ الرابط');
  });
});

test.describe('sharing the article', () => {
  test.describe('where the browser has no sheet for it', () => {
    test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

    test('copies the address and says so', async ({ page, served }) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        await page.goto(`${served.standfirst}${article}?from=a-letter#sadrs-warning`);
        expect(await page.evaluate(() => 'share' in navigator)).toBe(false);
        await page.evaluate(() => navigator.clipboard.writeText('something else'));
        await page.getByRole('button', { name: 'Share' }).click();
        await expect(page.getByRole('status')).toHaveText('Link copied');
        expect(await copied(page)).toBe(served.standfirst + article);
      }
    });
  });

  // The sheet belongs to the system and cannot be driven by a test: a stub records what it is given.
  for (const [what, outcome, status] of [
    ['is handed headline and address', '', ''],
    ['may be closed by the reader, and nothing follows', 'AbortError', ''],
    ['may fail to open, and then the address is copied', 'NotAllowedError', 'Link copied'],
  ] as const) {
    test.describe('where the browser has a sheet', () => {
      test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

      test(`it ${what}`, onlyLong(outcome === 'AbortError'), async ({ page, served }) => {
        await page.addInitScript((name) => {
          const share = async (data: ShareData) => {
            document.documentElement.dataset['shared'] = JSON.stringify(data);
            if (name !== '') throw new DOMException('', name);
          };
          Object.defineProperty(navigator, 'share', { value: share });
        }, outcome);
        await page.goto(served.standfirst + article);
        await page.getByRole('button', { name: 'Share' }).click();
        const title = await page.title();
        const shared = JSON.stringify({ title, url: served.standfirst + article });
        await expect(page.locator('html')).toHaveAttribute('data-shared', shared);
        await expect(page.getByRole('status')).toHaveText(status);
      });
    });
  }

  test('says so where the browser refuses to copy', async ({ page, served }) => {
    await page.addInitScript(() => {
      const writeText = async () => {
        throw new DOMException('', 'NotAllowedError');
      };
      Object.defineProperty(navigator.clipboard, 'writeText', { value: writeText });
    });
    await page.goto(served.standfirst + article);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('status')).toHaveText('The link could not be copied');
  });

  test('stands out in forced colours, by a line of its own', onlyLong(), async ({ page, served }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(served.standfirst + article);
    await expect(page.getByRole('button', { name: 'Share' })).toHaveCSS('border-style', 'solid');
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, reducedMotion: 'reduce' });

  test('nothing is offered that would not work, and the permalink is a link', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(page.locator('.share')).toHaveCSS('display', 'none');
    await page.getByRole('link', { name: 'Link to the section “Northeast Syria”' }).click();
    await expect(page).toHaveURL(/#northeast-syria$/);
    await expect(page.getByRole('status')).toHaveText('');
  });
});

test.describe('the control comes in the place that is kept for it', () => {
  test('nothing moves, at any width', async ({ browser, served }) => {
    const places = async (offered: boolean) => {
      const context = await browser.newContext();
      const page = await context.newPage();
      // As without script: the browser can neither share nor copy.
      if (!offered) {
        await page.addInitScript(() => {
          for (const way of ['share', 'clipboard']) Reflect.deleteProperty(Navigator.prototype, way);
        });
      }
      await page.goto(served.standfirst + article);
      const found = [];
      for (const width of [320, ...widths]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(page.locator('.share')).toBeVisible({ visible: offered });
        const parts = ['.signed p:last-of-type', '.share', '.key-points', 'footer'].map((part) =>
          page.locator(part).boundingBox(),
        );
        found.push({ width, parts: await Promise.all(parts) });
      }
      await context.close();
      return found;
    };
    const offered = await places(true);
    expect(offered.flatMap(({ parts }) => parts)).not.toContain(null);
    expect(offered).toEqual(await places(false));
  });

  test('the browser sees no shift when it is used', onlyLong(), async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await page.getByRole('button', { name: 'Share' }).click();
    await expect(page.getByRole('status')).not.toBeEmpty();
    const shifts = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({
            type: 'layout-shift',
            buffered: true,
          });
          setTimeout(() => resolve(0), 500);
        }),
    );
    expect(shifts).toBe(0);
  });
});
