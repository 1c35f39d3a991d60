import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/site-server.ts';
import { plainPages } from '../support/sites.ts';

/** The whole style sheet, as plain Next puts it into every page. */
const [, whole = ''] = /<style[^>]*>(.*?)<\/style>/s.exec(readFileSync(join(plainPages, 'index.html'), 'utf8')) ?? [];

const ways = [
  ['on a phone', { colorScheme: 'light', media: 'screen', forcedColors: 'none' }, 390],
  ['on a dark screen', { colorScheme: 'dark', media: 'screen', forcedColors: 'none' }, 1280],
  ['in forced colours', { colorScheme: 'dark', media: 'screen', forcedColors: 'active' }, 1280],
  ['on paper', { colorScheme: 'light', media: 'print', forcedColors: 'none' }, 800],
] as const;

test.describe('the used part of the style sheet makes every element look as the whole does', () => {
  // The whole style sheet is not in the policy of the page.
  test.use({ bypassCSP: true, reducedMotion: 'reduce' });

  for (const [site, path] of [
    ['standfirst', '/articles/iraq-syria-border/'],
    ['standfirst', '/about/'],
    ['features', '/articles/everything/'],
    ['features', '/articles/old-bridge/'],
    ['plenty', '/'],
    ['plenty', '/articles/article-32/'],
    ['plenty', '/topics/tests/page/2/'],
    ['arabic', '/articles/first/'],
    ['arabic', '/404.html'],
  ] as const) {
    test(`${site} ${path}`, async ({ page, served }) => {
      await page.goto(served[site] + path);
      for (const [where, media, width] of ways) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia(media);
        const { saved, elements, different } = await page.evaluate((css) => {
          const sheet = document.querySelector('style');
          if (!sheet) throw new Error('The page has no style sheet.');
          const used = sheet.textContent;
          const before = read();
          sheet.textContent = css;
          const after = read();
          sheet.textContent = used;
          return {
            saved: css.length - used.length,
            elements: after.length,
            different: after.filter((line, index) => line !== before[index]),
          };

          function read(): string[] {
            return [...document.querySelectorAll('html, body, body *')].flatMap((element) => {
              const name = `${element.tagName}.${element.className}`;
              return ['', '::before', '::after', '::marker'].map((pseudo) => {
                const style = getComputedStyle(element, pseudo);
                // A pseudo-element without content has no box, and a marker stands beside items of lists alone.
                if (/before|after/.test(pseudo) && /^(none|normal)$/.test(style.content))
                  return `${name}${pseudo} none`;
                if (pseudo === '::marker' && getComputedStyle(element).display !== 'list-item')
                  return `${name} no item`;
                const shown = [...style].filter((property) => !property.startsWith('--'));
                const values = shown.map((property) => `${property}:${style.getPropertyValue(property)}`);
                return `${name}${pseudo} ${values.join(';')}`;
              });
            });
          }
        }, whole);
        expect(elements, where).toBeGreaterThan(100);
        expect(different, where).toEqual([]);
        expect(saved, where).toBeGreaterThan(500);
      }
    });
  }
});
