import type { Locator, Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test, widths } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';
const name = (page: Page): Locator => page.locator('.prose').getByRole('link', { name: 'Muqtada al-Sadr' });
const card = (page: Page): Locator => page.locator('#who-muqtada-al-sadr');

test.describe('a name in the text', () => {
  test('opens a card with the keyboard, which takes the focus and gives it back', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(card(page)).toBeHidden();
    await name(page).focus();
    await page.keyboard.press('Enter');
    await expect(card(page)).toBeFocused();
    await expect(page.getByRole('dialog', { name: 'Muqtada al-Sadr' })).toContainText('Shiite cleric');
    await page.keyboard.press('Escape');
    await expect(card(page)).toBeHidden();
    await expect(name(page)).toBeFocused();
  });

  test('is marked once in the article', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const marked = await page.locator('.who').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(marked.length).toBeGreaterThan(10);
    expect(new Set(marked).size).toBe(marked.length);
  });

  test('opens a tab of its own for a reader who asks for one', onlyLong(), async ({ page, context, served }) => {
    await page.goto(served.standfirst + article);
    const [tab] = await Promise.all([context.waitForEvent('page'), name(page).click({ modifiers: ['ControlOrMeta'] })]);
    await expect(tab).toHaveURL(/#who-muqtada-al-sadr$/);
    await expect(card(page)).toBeHidden();
  });
});

test.describe('a card', () => {
  test('closes by its own button, a press outside, its own link, another card, and when the focus leaves it', async ({
    page,
    served,
  }) => {
    await page.goto(served.standfirst + article);
    await name(page).click();
    await card(page).getByRole('button', { name: 'Close' }).click();
    await expect(card(page)).toBeHidden();
    await expect(name(page)).toBeFocused();

    await name(page).click();
    await page.getByRole('heading', { level: 1 }).click({ force: true });
    await expect(card(page)).toBeHidden();

    await name(page).click();
    // As long as a hand presses.
    await name(page).click({ delay: 150 });
    await expect(card(page)).toBeHidden();

    await name(page).click();
    await page.locator('.who').first().press('Enter');
    await expect(card(page)).toBeHidden();
    await expect(page.locator('.card:popover-open')).toHaveCount(1);
    await page.keyboard.press('Escape');

    await name(page).click();
    await page.locator('.card:popover-open').press('Tab');
    await page.keyboard.press('Tab');
    await expect(card(page)).toBeHidden();
  });

  test('lies in the window and covers neither its link nor, in a margin, the text, at any width', async ({
    page,
    served,
  }) => {
    await page.goto(served.standfirst + article);
    for (const width of [320, ...widths, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      for (const block of ['center', 'end', 'start'] as const) {
        const shown = await page.locator('.who, .note a').evaluateAll((marks, at) => {
          const boxes = [];
          for (const mark of marks) {
            if (!(mark instanceof HTMLElement)) continue;
            mark.scrollIntoView({ block: at, behavior: 'instant' });
            mark.click();
            const open = document.querySelector<HTMLElement>('.card:popover-open');
            const [own, box] = [mark.getBoundingClientRect().toJSON(), open?.getBoundingClientRect().toJSON()];
            const text = mark.closest('.prose')?.getBoundingClientRect().right ?? 0;
            boxes.push({ mark: mark.textContent, own: own as DOMRect, box: box as DOMRect | undefined, text });
            open?.hidePopover();
          }
          return boxes;
        }, block);
        expect(shown.length).toBeGreaterThan(20);
        const faults = shown.flatMap(({ mark, own, box, text }) => {
          if (!box) return `${mark} opens nothing`;
          const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= 800;
          const isBeside = box.left >= text || box.top >= own.bottom - 1 || box.bottom <= own.top + 1;
          return isInside && isBeside ? [] : `${mark}: ${JSON.stringify({ own, box })}`;
        });
        expect(faults, `${width} px, ${block}`).toEqual([]);
      }
    }
  });

  test('does not have its button over its title', async ({ page, served }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(served.standfirst + article);
    await name(page).click();
    const overlaps = await card(page).evaluate((open) => {
      const title = open.querySelector('.card-name')?.firstChild;
      const button = open.querySelector('.card-close')?.getBoundingClientRect();
      if (!title || !button) throw new Error('The card has no title or no button.');
      const range = document.createRange();
      range.selectNode(title);
      const words = range.getBoundingClientRect();
      return words.right > button.left && words.bottom > button.top && words.top < button.bottom;
    });
    expect(overlaps).toBe(false);
  });

  test('is on the right side of its link where the text runs from right to left', async ({ page, served }) => {
    await page.setViewportSize({ width: 900, height: 800 });
    await page.goto(`${served.arabic}/articles/first/`);
    const mark = page.locator('.who').first();
    await mark.click();
    const box = await page.locator('.card:popover-open').boundingBox();
    const own = await mark.boundingBox();
    expect(Math.abs((box?.x ?? 0) + (box?.width ?? 0) - (own?.x ?? 0) - (own?.width ?? 0))).toBeLessThan(3);
  });
});

test.describe('a number in the text', () => {
  test('opens its source, which is also in the list at the foot', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const source = page.locator('#note-4 .card');
    await expect(source).toBeVisible();
    await expect(source).toContainText('Muqtada al-Sadr, post on X');
    const mark = page.getByRole('link', { name: 'Note 4', exact: true }).first();
    await mark.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Note 4' })).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(mark).toBeFocused();
    await page.getByRole('link', { name: 'Back to mention 1 of note 4' }).click();
    await expect(mark).toBeInViewport();
  });
});

test.describe('text that is copied', () => {
  test('has every name and no number, in each paragraph', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const paragraphs = await page.locator('.article-text > .prose > p, .part > .prose > p').evaluateAll((all) =>
      all.map((paragraph) => {
        const selection = getSelection();
        selection?.selectAllChildren(paragraph);
        const words = paragraph.cloneNode(true) as HTMLElement;
        for (const extra of words.querySelectorAll('sup, .hidden-text')) extra.remove();
        return [selection?.toString().trim(), words.textContent?.replaceAll(/\s+/g, ' ').trim()];
      }),
    );
    expect(paragraphs.length).toBeGreaterThan(15);
    for (const [copied, words] of paragraphs) expect(copied).toBe(words);
  });

  test(
    'has nothing of what stands between the words: contents, permalinks, words of the map',
    onlyLong(),
    async ({ page, served }) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto(served.standfirst + article);
      const copied = await page.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector('main') ?? document.body);
        return getSelection()?.toString() ?? '';
      });
      expect(copied).toMatch(/All\sversions/);
      expect(copied.match(/^Border security$/gm)).toHaveLength(1);
      expect(copied).not.toMatch(/^(?:#|Share|Raqqa|200 km|↑1)/m);
    },
  );
});

test.describe('with script switched off', () => {
  test.use({ javaScriptEnabled: false });

  test('names and numbers lead to lists that are there to be read', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(page.getByRole('heading', { name: 'Who’s who' })).toBeVisible();
    await name(page).click();
    await expect(card(page)).toBeInViewport();
    await page.getByRole('link', { name: 'Note 4', exact: true }).first().click();
    await expect(page.locator('#note-4')).toBeInViewport();
    await expect(page.locator('.card-close')).toBeHidden();
  });
});

test('a browser that knows no popovers leads to the lists at the end', async ({ page, served }) => {
  await page.addInitScript(() => Reflect.deleteProperty(HTMLElement.prototype, 'popover'));
  await page.goto(served.standfirst + article);
  await name(page).click();
  await expect(page).toHaveURL(/#who-muqtada-al-sadr$/);
  await expect(card(page)).toBeInViewport();
});

test.describe('on paper', () => {
  test('everybody whom the text mentions is listed at its end, once, and no card is open', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(page.getByRole('heading', { name: 'Who’s who' })).toBeHidden();
    await name(page).click();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect(page.locator('.card:popover-open')).toHaveCount(0);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Who’s who' })).toBeVisible();
    const listed = await page.locator('.whos-who .card').all();
    expect(listed.length).toBeGreaterThan(10);
    for (const one of listed) await expect(one).toBeVisible();
    await expect(page.locator('.card-close:visible, .card-more:visible')).toHaveCount(0);
  });
});
