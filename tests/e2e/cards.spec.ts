import type { Locator, Page } from '@playwright/test';
import { expect, test, widths } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';
const button = (page: Page): Locator => page.getByRole('button', { name: 'Muqtada al-Sadr' }).first();
const card = (page: Page): Locator => page.locator('#who-muqtada-al-sadr');

async function boxOf(part: Locator) {
  const box = await part.boundingBox();
  if (!box) throw new Error('It is not to be seen.');
  return box;
}

for (const script of [true, false]) {
  test.describe(`a mention, ${script ? 'with' : 'without'} script`, () => {
    test.use({ javaScriptEnabled: script });

    test('opens a card with the keyboard, which Escape closes where the reader was', async ({ page, served }) => {
      await page.goto(served.standfirst + article);
      await expect(card(page)).toBeHidden();
      await button(page).focus();
      await page.keyboard.press('Enter');
      await expect(card(page)).toBeVisible();
      await expect(card(page)).toContainText('Shiite cleric');
      await page.keyboard.press('Tab');
      await expect(card(page).getByRole('link', { name: 'More in the glossary' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(card(page)).toBeHidden();
      await expect(button(page)).toBeFocused();
    });
  });
}

test.describe('a card', () => {
  test('closes by its own button, by a press outside, and when another opens', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await button(page).click();
    await card(page).getByRole('button', { name: 'Close' }).click();
    await expect(card(page)).toBeHidden();
    await button(page).click();
    await page.getByRole('heading', { level: 1 }).click({ force: true });
    await expect(card(page)).toBeHidden();
    await button(page).click();
    await page.getByRole('button', { name: 'Islamic State' }).first().press('Enter');
    await expect(card(page)).toBeHidden();
    await expect(page.locator('#who-islamic-state')).toBeVisible();
  });

  test('tells assistive technology whether it is open', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const session = await page.context().newCDPSession(page);
    const isExpanded = async () => {
      const { root } = await session.send('DOM.getDocument');
      const { nodes } = await session.send('Accessibility.queryAXTree', {
        nodeId: root.nodeId,
        role: 'button',
        accessibleName: 'Muqtada al-Sadr',
      });
      return nodes[0]?.properties?.find(({ name }) => name === 'expanded')?.value.value;
    };
    expect(await isExpanded()).toBe(false);
    await button(page).click();
    expect(await isExpanded()).toBe(true);
  });

  test('leads to the entry of the glossary', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await button(page).click();
    await card(page).getByRole('link', { name: 'More in the glossary' }).click();
    await expect(page.getByRole('heading', { name: 'Muqtada al-Sadr' })).toBeInViewport();
  });

  test('lies in the window and leaves its mention to be seen, at any width', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    for (const width of [320, ...widths]) {
      await page.setViewportSize({ width, height: 800 });
      const shown = await page.locator('.who, .note button').evaluateAll(async (marks) => {
        const boxes = [];
        for (const mark of marks) {
          if (!(mark instanceof HTMLElement)) continue;
          mark.scrollIntoView({ block: 'center', behavior: 'instant' });
          mark.click();
          // The browser finds the place of a card when it lays the page out for its next frame.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          const card = document.querySelector<HTMLElement>('.card:popover-open');
          const [own, box] = [mark.getBoundingClientRect().toJSON(), card?.getBoundingClientRect().toJSON()];
          boxes.push({ mark: mark.textContent, own: own as DOMRect, box: box as DOMRect | undefined });
          card?.hidePopover();
        }
        return boxes;
      });
      expect(shown.length).toBeGreaterThan(20);
      const faults = shown.flatMap(({ mark, own, box }) => {
        if (!box) return `${mark} opens nothing`;
        const isInside = box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= 800;
        const isBeside = box.top >= own.bottom - 1 || box.bottom <= own.top + 1;
        const isNear = width < 640 || Math.abs(box.top - own.bottom) < 40;
        return isInside && isBeside && isNear ? [] : `${mark}: ${JSON.stringify({ own, box })}`;
      });
      expect(faults, `${width} px`).toEqual([]);
    }
  });

  test('stands on the right side of its mention where the text runs from right to left', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${served.arabic}/articles/first/`);
    const mark = page.locator('.who').first();
    await mark.click();
    const box = await boxOf(page.locator('.card:popover-open'));
    const own = await boxOf(mark);
    expect(Math.abs(box.x + box.width - own.x - own.width)).toBeLessThan(3);
  });
});

test.describe('a source', () => {
  test('opens beside its mark, and stands in the list at the foot', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const source = page.locator('#card-4');
    await expect(source).toBeVisible();
    await expect(source).toContainText('Muqtada al-Sadr, post on X');
    const mark = page.getByRole('button', { name: 'Note 4' }).first();
    await mark.press('Enter');
    await expect(page.locator('#card-4:popover-open')).toBeInViewport();
    await page.keyboard.press('Escape');
    await expect(mark).toBeFocused();
    await page.getByRole('link', { name: 'Back to mention 1 of note 4' }).click();
    await expect(mark).toBeInViewport();
  });
});

test.describe('on paper', () => {
  test('everybody whom the text mentions is listed at its end, once', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(page.getByRole('heading', { name: 'Who’s who' })).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: 'Who’s who' })).toBeVisible();
    const listed = await page.locator('.whos-who .card').all();
    expect(listed.length).toBeGreaterThan(10);
    for (const one of listed) await expect(one).toBeVisible();
    await expect(page.locator('.card-close:visible, .card-more:visible')).toHaveCount(0);
  });
});

test('a browser that knows no cards leads to the lists at the end', async ({ page, served }) => {
  await page.addInitScript(() => {
    // As such a browser: it has no such property, and does nothing on such a button.
    for (const name of ['popover', 'popoverTargetElement']) {
      Reflect.deleteProperty(HTMLElement.prototype, name);
      Reflect.deleteProperty(HTMLButtonElement.prototype, name);
    }
  });
  await page.goto(served.standfirst + article);
  await page.getByRole('button', { name: 'Note 4' }).first().click();
  await expect(page).toHaveURL(/#card-4$/);
});
