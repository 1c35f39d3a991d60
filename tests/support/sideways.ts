import type { Page } from '@playwright/test';

/** The window widths, out of these, at which the loaded page is wider than the window. */
export async function sidewaysAt(page: Page, widths: readonly number[]): Promise<number[]> {
  const wider: number[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForFunction((asked) => innerWidth === asked, width);
    if (await isSideways(page)) wider.push(width);
  }
  return wider;
}

/** Whether the loaded page is wider than its window. */
function isSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}
