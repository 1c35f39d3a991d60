import type { Page } from '@playwright/test';
import { accessibilityFaults } from '../support/accessibility-faults.ts';
import { complaintsOf } from '../support/complaints.ts';
import { onlyLong } from '../support/only-long.ts';
import { sidewaysAt } from '../support/sideways.ts';
import { expect, test } from '../support/site-server.ts';

/** A page of each template, and of each feature that a template may show; those at the end only in `npm run test:long`. */
const pages = [
  ['standfirst', ['/articles/iraq-syria-border/', '/about/', '/glossary/', '/authors/standfirst-desk/', '/nowhere/']],
  ['standfirst', ['/search/?q=border']],
  ['features', ['/articles/everything/', '/articles/recorded/versions/3/', '/corrections/']],
  ['plenty', ['/topics/tests/page/2/']],
  ['harbour', ['/', '/articles/the-pier-reopens/', '/series/letters-from-the-coast/']],
  ['bilingual', ['/ar/', '/ar/articles/iraq-syria-border/']],
  ['standfirst', ['/'], 'long'],
  ['features', ['/articles/longest-headline/', '/articles/old-bridge/', '/articles/recorded/'], 'long'],
  ['features', ['/articles/recorded/versions/', '/articles/taken-down/'], 'long'],
  ['plenty', ['/'], 'long'],
  ['arabic', ['/', '/articles/first/', '/contact/', '/search/?q=مثال'], 'long'],
  ['harbour', ['/articles/what-the-storm-took/', '/how-we-work/', '/authors/tom-hale/'], 'long'],
  [
    'bilingual',
    [
      '/articles/iraq-syria-border/',
      '/ar/glossary/',
      '/ar/search/?q=سجن',
      '/ar/articles/iraq-syria-border/versions/1/',
    ],
    'long',
  ],
] as const;

test.describe('whole at any width and size of text, without a fault of accessibility or a complaint of the browser', () => {
  for (const [site, paths, when = ''] of pages) {
    test(`${site} ${paths.join(' ')}`, onlyLong(when === 'long'), async ({ page, served }) => {
      const complaints = await complaintsOf(page);
      for (const path of paths) {
        await page.setViewportSize({ width: 320, height: 800 });
        await page.goto(served[site] + path);
        if (path.includes('?q=')) await expect(page.getByRole('status')).not.toHaveText(/^$|…$/);
        // The rest is about the colours of the system.
        for (const theme of ['dark', 'light', '']) await page.locator(`.choice:has([value="${theme}"])`).click();
        const bar = page.locator('.toc-bar');
        if (await bar.isVisible()) await bar.click();

        expect.soft(await accessibilityFaults(page), path).toEqual([]);
        expect.soft(await sidewaysAt(page, [320, 390, 768, 1280, 1920]), path).toEqual([]);
        await enlarge(page);
        expect.soft(await sidewaysAt(page, [640]), path).toEqual([]);
        expect.soft(await cutTexts(page), path).toEqual([]);
        expect
          .soft(
            complaints.splice(0).filter((line) => !isOfMissingPage(path, line)),
            path,
          )
          .toEqual([]);
      }
    });
  }
});

/** Whether the browser only reports that a missing page is not found. */
const isOfMissingPage = (path: string, line: string) => path === '/nowhere/' && line.includes('404 (Not Found)');

/** Doubles the text size and widens the spacing, as in WCAG 2.2, 1.4.4 and 1.4.12. */
async function enlarge(page: Page): Promise<void> {
  await page.evaluate(() => {
    // The page's policy does not apply to what readers and their extensions add, nor to such a sheet.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:root{font-size:200%} p{margin-block-end:2em!important}
      *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}`);
    document.adoptedStyleSheets.push(sheet);
  });
}

/** The texts that are partly hidden. */
async function cutTexts(page: Page): Promise<(string | null)[]> {
  const { texts, cut } = await page.evaluate(() => {
    const shown = [...document.querySelectorAll('h1, h2, p, a, summary, label')].filter(
      (element) => element.checkVisibility() && !element.closest('.hidden-text, .skip, .wide-table, pre'),
    );
    const isCut = (element: Element) =>
      element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflow !== 'visible';
    return { texts: shown.length, cut: shown.filter(isCut).map(({ textContent }) => textContent) };
  });
  expect(texts).toBeGreaterThan(5);
  return cut;
}
