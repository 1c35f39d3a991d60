import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    /** The global name of axe in a page. */
    axe: typeof axe;
  }
}

/** The windows and schemes in which a page is checked: each width and each scheme once. */
const ways = [
  { width: 320, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
] as const;

/** The accessibility faults that axe finds in the current page, each with the window and the scheme. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Once for all checks: injecting it takes as long as a check. Axe's own package for Playwright injects it each time.
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const { width, scheme } of ways) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    for (const { id, nodes } of violations) {
      for (const { html } of nodes) faults.push(`${scheme}, ${width} px: ${id}: ${html}`);
    }
  }
  return faults;
}
