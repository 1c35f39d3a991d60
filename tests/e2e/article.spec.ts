import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test, widths } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';
const parts = [
  ['Border security', 'border-security'],
  ['Sadr’s warning', 'sadrs-warning'],
  ['Coalition withdrawal', 'coalition-withdrawal'],
  ['Northeast Syria', 'northeast-syria'],
  ['How it unfolded', 'timeline'],
  ['How we know', 'sources'],
] as const;

/** The table of contents, opened if it has a bar. */
async function contents(page: Page) {
  const bar = page.locator('.toc-bar');
  if (await bar.isVisible()) await bar.click();
  return page.getByRole('navigation', { name: 'In this article' });
}

/** The title of the section that is marked as current: in the bar of a narrow window, or in the contents. */
function current(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('.toc-bar');
    if (bar?.checkVisibility()) return [getComputedStyle(bar, '::after').content.replaceAll('"', '')];
    const links = [...document.querySelectorAll('.toc a')].filter((link) => link.checkVisibility());
    const bold = links.filter((link) => Number(getComputedStyle(link).fontWeight) >= 600);
    return bold.map(({ textContent }) => textContent ?? '');
  });
}

for (const [width, height] of [
  [390, 844],
  [1280, 800],
] as const) {
  test(
    `the first sentence of the article is within 1.3 windows of ${width} × ${height} px`,
    onlyLong(width > 390),
    async ({ page, served }) => {
      await page.setViewportSize({ width, height });
      await page.goto(served.standfirst + article);
      const { y } = (await page.getByText('Iraq’s Joint Operations Command said').boundingBox()) ?? {
        y: Number.POSITIVE_INFINITY,
      };
      expect(y).toBeLessThanOrEqual(1.3 * height);
    },
  );
}

for (const width of widths) {
  test.describe(`the article at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 }, reducedMotion: 'reduce' });

    test(
      'begins with its headline, leads from the contents to each part, and Back returns',
      onlyLong(width !== widths[0]),
      async ({ page, served }) => {
        await page.goto(served.standfirst + article);
        await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
        // A tablet has the bar of a phone.
        for (const [title, id] of width === 768 ? parts.slice(-1) : parts) {
          await test.step(title, async () => {
            const links = await contents(page);
            const link = links.getByRole('link', { name: title });
            await link.scrollIntoViewIfNeeded();
            const before = await page.evaluate(() => scrollY);
            await link.click();
            await expect(page).toHaveURL(new RegExp(`#${id}$`));
            const heading = page.getByRole('heading', { level: 2, name: title });
            await expect(heading).toBeInViewport({ ratio: 1 });
            // Nothing covers the heading.
            const box = await heading.boundingBox();
            const hit = await page.evaluate(
              ([x, y]) => document.elementFromPoint(x ?? 0, y ?? 0)?.tagName,
              [(box?.x ?? 0) + 5, (box?.y ?? 0) + 5],
            );
            expect(hit).toBe('H2');
            if (width < 1024) await expect.poll(() => current(page)).toEqual([title]);
            await page.goBack();
            await expect(page).toHaveURL(new RegExp(`${article}$`));
            await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
          });
        }
      },
    );
  });
}

test.describe('the section being read', () => {
  test.use({ viewport: { width: 1280, height: 800 } });

  test('changes as the reader goes on', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    // Header and lead are above the first section.
    await page.evaluate(() => scrollTo(0, (document.querySelector('.part')?.getBoundingClientRect().top ?? 0) - 400));
    expect(await current(page)).toEqual([]);
    for (const [title, id] of parts) {
      await page.evaluate((name) => document.getElementById(name)?.scrollIntoView(), id);
      await expect.poll(() => current(page)).toEqual([title]);
    }
  });

  test('is the last one at the end of the page, however short it is', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 1600 });
    await page.goto(`${served.features}/articles/everything/`);
    await page.evaluate(() => {
      // What follows the text lifts its last section; without it, that section is too short to reach the top.
      document.querySelector('.more')?.remove();
      scrollTo(0, document.documentElement.scrollHeight);
    });
    const { y } = (await page.locator('#sources').boundingBox()) ?? { y: 0 };
    expect(y).toBeGreaterThan(1600 / 3);
    await expect.poll(() => current(page)).toEqual(['How we know']);
  });

  test('is the section of a link that somebody shared', async ({ page, served }) => {
    await page.goto(`${served.standfirst}${article}#coalition-withdrawal`);
    await expect.poll(() => current(page)).toEqual(['Coalition withdrawal']);
  });

  test('has its entry in view where the contents are longer than the window', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 240 });
    await page.goto(`${served.standfirst}${article}#northeast-syria`);
    await expect.poll(() => current(page)).toEqual(['Northeast Syria']);
    await expect(page.locator('.toc [aria-current]')).toBeInViewport({ ratio: 1 });
  });
});

test('in a wide window the text is in the middle, and what is wide goes out into the margin, but not under key points', async ({
  page,
  served,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const boxOf = async (selector: string) => (await page.locator(selector).first().boundingBox()) ?? { x: 0, width: 0 };
  for (const [path, selector, goesOut] of [
    ['/articles/everything/', '.key-points + .part .wide-table', false],
    ['/articles/old-bridge/', '.part .wide', true],
  ] as const) {
    await page.goto(served.features + path);
    const text = await boxOf('.part > .prose');
    expect(Math.abs(text.x + text.width / 2 - 1440 / 2)).toBeLessThan(10);
    const wide = await boxOf(selector);
    expect(wide.width).toBeGreaterThan(0);
    expect(wide.x + wide.width > text.x + text.width + 100, path).toBe(goesOut);
    const { x, width } = await boxOf('.masthead');
    expect(wide.x + wide.width).toBeLessThanOrEqual(x + width);
  }
});

test.describe('the bar of a narrow window', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('stays at hand, opens the contents, and closes them when the focus leaves them or by Escape', async ({
    page,
    served,
  }) => {
    await page.goto(`${served.standfirst}${article}#coalition-withdrawal`);
    const bar = page.getByRole('button', { name: 'In this article' });
    await expect.poll(() => bar.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390 });
    await bar.press('Enter');
    const list = page.getByRole('navigation', { name: 'In this article' });
    await expect(list.getByRole('link', { name: 'Coalition withdrawal' })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(list).toBeHidden();
    await expect(bar).toBeFocused();
    await bar.press('Enter');
    await page.locator('#coalition-withdrawal .who').first().focus();
    await expect(list).toBeHidden();
  });
});

test.describe('with the keyboard alone', () => {
  test.use({ reducedMotion: 'reduce' });

  test('a reader skips to the text, and goes to a section and to a source and back', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(served.standfirst + article);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').getByRole('link', { name: 'Iraq', exact: true }).first()).toBeFocused();
    await page.getByRole('link', { name: 'Northeast Syria' }).first().focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Northeast Syria' })).toBeInViewport();
    await page.locator('#cite-6-1').focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('#note-6 .card')).toBeInViewport();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Back to mention 1 of note 6' }).press('Enter');
    await expect(page.locator('#cite-6-1')).toBeInViewport();
  });

  test('every stop shows that it has the focus', async ({ page, served }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(served.standfirst + article);
    const stops = await page.locator('a, button, summary, input').count();
    let seen = 0;
    for (let stop = 0; stop < stops; stop++) {
      await page.keyboard.press('Tab');
      const shown = await page.evaluate(() => {
        const focused = document.activeElement;
        if (!focused || focused === document.body) return 'none';
        const ring = focused instanceof HTMLInputElement ? focused.closest('label') : focused;
        return ring ? getComputedStyle(ring).outlineStyle : '';
      });
      if (shown === 'none') break;
      expect(shown).toBe('solid');
      seen++;
    }
    expect(seen).toBeGreaterThan(50);
  });
});

test.describe('with script switched off', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 800 } });

  test('the article, its contents, its sources and the choice of a theme work', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await page.getByRole('button', { name: 'In this article' }).click();
    await page
      .getByRole('navigation', { name: 'In this article' })
      .getByRole('link', { name: 'Northeast Syria' })
      .click();
    await expect(page.getByRole('heading', { name: 'Northeast Syria' })).toBeInViewport();
    await page.locator('#cite-6-1').click();
    await expect(page.locator('#note-6')).toBeInViewport();
    await page.getByText('Dark', { exact: true }).click();
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(19, 18, 16)');
  });
});
