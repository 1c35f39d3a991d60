import type { Page } from '@playwright/test';
import axe from 'axe-core';

declare global {
  interface Window {
    /** What axe calls itself in a page that has run it. */
    axe: typeof axe;
  }
}

/** The rules that look at colours: the only ones on whose result the colour scheme has an effect. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/** The windows and schemes in which a page is looked at. All rules are tried at each width and in each scheme. */
const ways = [
  { width: 320, scheme: 'light', rules: [] },
  { width: 320, scheme: 'dark', rules: ofColours },
  { width: 1280, scheme: 'light', rules: ofColours },
  { width: 1280, scheme: 'dark', rules: [] },
] as const;

/** The faults of accessibility that axe finds in a page as it is now, each with the window and the scheme. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Once for all looks: to hand it to the page takes as long as a look. Axe's own package for Playwright does it for each.
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
