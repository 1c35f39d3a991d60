import type { Page } from '@playwright/test';

/** What the browser complains of from now on: in the console, as an error, or as against the policy of the page. */
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
