import type { Page } from '@playwright/test';

/** What the browser complains about from now on: console messages, errors, and violations of the page's policy. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const heard: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) heard.push(message.text());
  });
  page.on('pageerror', ({ message }) => heard.push(message));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', ({ effectiveDirective }) => console.error(effectiveDirective));
  });
  return heard;
}
