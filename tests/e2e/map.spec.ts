import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';

type Box = { text: string; left: number; right: number; top: number; bottom: number };

/** The visible labels, the dots and the frame, as laid out by the browser. */
function measure(page: Page) {
  return page.evaluate(() => {
    const box = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return { text: element.textContent ?? '', left, right, top, bottom };
    };
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].map(box).filter(({ left, right }) => right > left);
    const frame = document.querySelector('.map');
    return {
      labels: shown('.map text'),
      dots: shown('.map circle, .map [viewBox] rect'),
      frame: frame ? box(frame) : undefined,
    };
  });
}

/** The sizes of the names of places on the screen. */
function sizesOfWords(page: Page): Promise<number[]> {
  return page.locator('.map [viewBox] > text:visible').evaluateAll((texts) =>
    texts.map((text) => {
      const { a = 1 } = (text instanceof SVGGraphicsElement && text.getScreenCTM()) || {};
      return Number.parseFloat(getComputedStyle(text).fontSize) * a;
    }),
  );
}

const overlap = (one: Box, other: Box) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

test.describe('at every width the map', () => {
  const everyWidth = [320, 390, 575, 610, 768, 1280];

  for (const [site, path, places] of [
    ['standfirst', article, 6],
    ['arabic', '/articles/first/', 6],
    ['features', '/articles/longest-headline/', 1],
  ] as const) {
    test(
      `of ${site} has labels that do not touch, in the frame, each in its own size`,
      onlyLong(site === 'features'),
      async ({ page, served }) => {
        await page.goto(served[site] + path);
        for (const width of everyWidth) {
          await page.setViewportSize({ width, height: 800 });
          const { labels, dots, frame } = await measure(page);
          expect(dots, `${width} px`).toHaveLength(places);
          expect(labels.length, `${width} px`).toBeGreaterThan(places);
          const touching = labels.flatMap((one, index) =>
            labels
              .slice(index + 1)
              .filter((other) => overlap(one, other))
              .map((other) => `${one.text} × ${other.text}`),
          );
          expect(touching, `${width} px`).toEqual([]);
          const outside = labels.filter(
            ({ left, right, top, bottom }) =>
              !frame || left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom,
          );
          expect(outside, `${width} px`).toEqual([]);
          for (const dot of dots) {
            const onIt = labels.filter((label) => overlap(label, dot)).map(({ text }) => text);
            expect(onIt, `${width} px`).toEqual([]);
          }
          const sizes = await sizesOfWords(page);
          expect(Math.min(...sizes), `${width} px`).toBeGreaterThanOrEqual(width < 390 ? 10.2 : 12);
          expect(Math.max(...sizes), `${width} px`).toBeLessThanOrEqual(15.1);
        }
      },
    );

    test(
      `of ${site} has words that grow with the reader's text size`,
      onlyLong(site !== 'standfirst'),
      async ({ page, served }) => {
        await page.goto(served[site] + path);
        // A map of less than 20rem has slightly smaller words: on a phone, and beside enlarged contents.
        for (const [width, least] of [
          [390, 1.7],
          [768, 1.99],
          [1280, 1.7],
        ] as const) {
          await page.setViewportSize({ width, height: 800 });
          // The largest are those of the same names in both forms of the map.
          const before = Math.max(...(await sizesOfWords(page)));
          await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
          const after = Math.max(...(await sizesOfWords(page)));
          expect(after / before, `${width} px`).toBeGreaterThanOrEqual(least);
          const { labels, frame } = await measure(page);
          const touching = labels.filter((one, index) => labels.slice(index + 1).some((other) => overlap(one, other)));
          expect(touching, `${width} px`).toEqual([]);
          expect(labels.filter(({ left, right }) => !frame || left < frame.left || right > frame.right)).toEqual([]);
          const figure = await page.locator('.locator').boundingBox();
          expect((figure?.x ?? 0) + (figure?.width ?? width), `${width} px`).toBeLessThanOrEqual(width);
          await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
        }
      },
    );
  }

  test('shows the land as wide as the figure, with the frontier on it', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    for (const width of everyWidth) {
      await page.setViewportSize({ width, height: 800 });
      const { frame } = await measure(page);
      const column = await page.locator('.article-text > .prose').boundingBox();
      const figure = (frame?.right ?? 0) - (frame?.left ?? 0);
      expect(figure, `${width} px`).toBeCloseTo(column?.width ?? 0, 0);
      // In the wide form the path is inside the shadow tree of `use`, which no test can inspect; so look at its pixels.
      const picture = await page.locator('.map').screenshot();
      expect(picture.byteLength, `${width} px`).toBeGreaterThan(4000);
    }
  });
});

test.describe('the map', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`takes its colours from the roles, ${scheme}`, onlyLong(scheme === 'light'), async ({ page, served }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(served.standfirst + article);
      const [land, text] = await Promise.all(
        ['.land', '.map circle'].map((selector) =>
          page
            .locator(selector)
            .first()
            .evaluate((element) => getComputedStyle(element).fill),
        ),
      );
      expect([land, text]).toEqual(
        scheme === 'light' ? ['rgb(237, 230, 217)', 'rgb(25, 23, 20)'] : ['rgb(32, 30, 26)', 'rgb(235, 230, 220)'],
      );
    });
  }

  test('has the colours of the reader where colours are forced, the frontier apart', async ({ page, served }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(served.standfirst + article);
    const colours = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'));
      const system = (name: string) => {
        probe.style.color = name;
        return getComputedStyle(probe).color;
      };
      const of = (selector: string, property: 'fill' | 'stroke') => {
        const element = document.querySelector(selector);
        return element ? getComputedStyle(element)[property] : '';
      };
      return {
        expected: [system('Canvas'), system('CanvasText'), system('Highlight')],
        found: [of('.land', 'fill'), of('.map circle', 'fill'), of('.line', 'stroke')],
      };
    });
    expect(colours.found).toEqual(colours.expected);
  });

  test('stands beside the contents on a wide screen, over the text and as wide as it', async ({ page, served }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(served.standfirst + article);
    const [figure, text, contents] = await Promise.all(
      ['.locator', '.article-text > .prose', '.toc'].map((selector) => page.locator(selector).boundingBox()),
    );
    expect(figure?.x).toBe(text?.x);
    expect(figure?.width).toBe(text?.width);
    expect((contents?.x ?? 0) + (contents?.width ?? 0)).toBeLessThan(figure?.x ?? 0);
  });

  test('is never mirrored: Damascus lies west of Baghdad in Arabic too', async ({ page, served }) => {
    await page.goto(`${served.arabic}/articles/first/`);
    const { labels } = await measure(page);
    const [damascus, baghdad] = ['دمشق', 'بغداد'].map((name) => labels.find(({ text }) => text === name));
    expect(damascus?.right ?? 0).toBeLessThan(baghdad?.left ?? 0);
  });

  test('is a drawing in outlines without a style sheet, in one form', onlyLong(), async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await page.evaluate(() => {
      for (const sheet of document.querySelectorAll('style')) sheet.remove();
    });
    const { labels, frame } = await measure(page);
    expect(labels.filter(({ text }) => text === 'Baghdad')).toHaveLength(1);
    expect((frame?.right ?? 0) - (frame?.left ?? 0)).toBe(608);
    const fills = await page
      .locator('.map path')
      .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
    expect(new Set(fills)).toEqual(new Set(['none']));
  });

  test('prints in one piece, on one page with the headline', async ({ page, served }) => {
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 642, height: 970 });
    await page.goto(served.standfirst + article);
    const { frame, labels } = await measure(page);
    expect(labels.length).toBeGreaterThan(8);
    expect(frame?.bottom ?? 0).toBeLessThan(970);
  });
});
