import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { loadWholeContent } from '../../lib/content/load-content.ts';
import { lookRules } from '../../lib/model/look/look.ts';
import { createUrls } from '../../lib/model/urls.ts';
import { withOwnLook } from '../../lib/press/page/own-look.ts';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';
import { plainPages, sites } from '../support/sites.ts';

/** The complete style sheet, to which every page of plain Next links. */
const [, address = ''] =
  /href="\/_next\/([^"]+\.css)"/.exec(readFileSync(join(plainPages, 'index.html'), 'utf8')) ?? [];
const whole = readFileSync(join('.next', address), 'utf8');

/** The whole style sheet with the look of a site. */
function wholeOf(name: keyof typeof sites): string {
  const { look, logo, url } = loadWholeContent(sites[name].content).site;
  return withOwnLook(
    whole,
    look ? lookRules(look, { fontAddress: createUrls(url).font, hasLogo: logo !== undefined }) : '',
  );
}

const ways = [
  ['on a phone', { colorScheme: 'light', media: 'screen', forcedColors: 'none' }, 390],
  ['on a dark screen', { colorScheme: 'dark', media: 'screen', forcedColors: 'none' }, 1280],
  ['in forced colours', { colorScheme: 'dark', media: 'screen', forcedColors: 'active' }, 1280],
  ['on paper', { colorScheme: 'light', media: 'print', forcedColors: 'none' }, 800],
] as const;

test.describe('the used part of the style sheet makes every element look as the whole does', () => {
  // The page's policy does not allow the complete style sheet.
  test.use({ bypassCSP: true, reducedMotion: 'reduce' });

  for (const [site, paths, when = ''] of [
    ['features', ['/articles/everything/']],
    ['harbour', ['/'], 'long'],
    ['standfirst', ['/articles/iraq-syria-border/', '/about/'], 'long'],
    ['features', ['/articles/old-bridge/'], 'long'],
    ['plenty', ['/', '/topics/tests/page/2/'], 'long'],
    ['arabic', ['/articles/first/', '/404.html'], 'long'],
    ['harbour', ['/articles/the-pier-reopens/', '/how-we-work/'], 'long'],
  ] as const) {
    test(`${site} ${paths.join(' ')}`, onlyLong(when === 'long'), async ({ page, served }) => {
      for (const path of paths) {
        await page.goto(served[site] + path);
        for (const way of ways) await compare(page, path, way, wholeOf(site));
      }
    });
  }
});

async function compare(
  page: Page,
  path: string,
  [where, media, width]: (typeof ways)[number],
  css: string,
): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia(media);
  const { properties, saved, elements, different } = await page.evaluate((whole) => {
    const sheet = document.querySelector('style');
    if (!sheet) throw new Error('The page has no style sheet.');
    const used = sheet.textContent;
    const elements = distinct([...document.querySelectorAll('html, body, body *')]);
    sheet.textContent = whole;
    // No rule that is left out can change another one.
    const properties = [...new Set(declared([...(sheet.sheet?.cssRules ?? [])]))];
    const after = read();
    sheet.textContent = used;
    const before = read();
    return {
      properties: properties.length,
      saved: whole.length - used.length,
      elements: after.length,
      different: after.flatMap(({ name, values }, index) =>
        values.flatMap((value, place) => {
          const other = before[index]?.values[place];
          return value === other ? [] : `${name} ${properties[place]}: ${other}, not ${value}`;
        }),
      ),
    };

    /** The properties that rules set, without variables, which show in these. */
    function declared(rules: readonly CSSRule[]): string[] {
      return rules.flatMap((rule) => [
        ...('style' in rule ? [...(rule.style as CSSStyleDeclaration)].filter((name) => !name.startsWith('--')) : []),
        ...('cssRules' in rule ? declared([...(rule.cssRules as CSSRuleList)]) : []),
      ]);
    }

    /** The elements, but at most two of those that rules do not distinguish, such as the many paragraphs of a text. */
    function distinct(all: Element[]): Element[] {
      const places = new Map<Element, string>();
      const counts = new Map<string, number>();
      return all.filter((element) => {
        const { parentElement, previousElementSibling, nextElementSibling } = element;
        const above = (parentElement && places.get(parentElement)) ?? '';
        const place = [above, kind(element), kind(previousElementSibling), nextElementSibling === null].join('\n');
        places.set(element, place);
        const count = (counts.get(place) ?? 0) + 1;
        counts.set(place, count);
        return count <= 2;
      });
    }

    function kind(element: Element | null): string {
      if (!element) return '';
      const values = ['class', 'type', 'dir', 'lang'].map((name) => element.getAttribute(name));
      return [element.localName, ...values, ...element.getAttributeNames()].join(' ');
    }

    function read(): { name: string; values: string[] }[] {
      return elements.flatMap((element) =>
        ['', '::before', '::after', '::marker'].map((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          // A pseudo-element without content has no box, and only list items have markers.
          const isShown = /before|after/.test(pseudo)
            ? !/^(none|normal)$/.test(style.content)
            : pseudo === '' || getComputedStyle(element).display === 'list-item';
          const values = isShown ? properties.map((property) => style.getPropertyValue(property)) : [];
          return { name: `${element.tagName}.${element.className}${pseudo}`, values };
        }),
      );
    }
  }, css);
  expect(properties, `${path} ${where}`).toBeGreaterThan(100);
  expect(elements, `${path} ${where}`).toBeGreaterThan(100);
  expect(different, `${path} ${where}`).toEqual([]);
  expect(saved, `${path} ${where}`).toBeGreaterThan(500);
}
