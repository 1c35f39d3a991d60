import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    /** The global name of axe in a page. */
    axe: typeof axe;
  }
}

/** The rules about colours, the only ones that depend on the colour scheme. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The windows and schemes in which a page is checked. All rules are tried at each width and in each scheme. */
const ways = [
  { width: 320, scheme: 'light', rules: [] },
  { width: 320, scheme: 'dark', rules: ofColours },
  { width: 1280, scheme: 'light', rules: ofColours },
  { width: 1280, scheme: 'dark', rules: [] },
] as const;

/** The accessibility faults that axe finds in the current page, each with the window and the scheme. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Once for all checks: injecting it takes as long as a check. Axe's own package for Playwright injects it each time.
  await page.evaluate(axe.source);
  const faults: string[] = [];
  for (const { width, scheme, rules } of ways) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 800 });
    const { violations } = await page.evaluate(
      ([only]) =>
        window.axe.run(document, { resultTypes: ['violations'], ...(only.length > 0 && { runOnly: [...only] }) }),
      [rules] as const,
    );
    for (const { id, nodes } of violations) {
      for (const { html } of nodes) faults.push(`${scheme}, ${width} px: ${id}: ${html}`);
    }
  }
  return faults;
}
