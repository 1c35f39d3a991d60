import type { Page } from '@playwright/test';

/** The widths of a window, out of these, at which the page that is loaded is wider than it. */
export async function sidewaysAt(page: Page, widths: readonly number[]): Promise<number[]> {
  const wider: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction((asked) => innerWidth === asked, width);
    if (await isSideways(page)) wider.push(width);
  }
  return wider;
}

/** Whether the page that is loaded is wider than its window. */
function isSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
