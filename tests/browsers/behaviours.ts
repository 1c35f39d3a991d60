import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { builtEditions } from '@/lib/serve/built-editions.ts';
import { serve } from '@/lib/serve/serve.ts';
import type { Engine } from '../support/engine.ts';
import { sites } from '../support/sites.ts';

const article = '/articles/iraq-syria-border/';

const start = (site: keyof typeof sites) =>
  serve({ editions: builtEditions(sites[site].out, console.error), host: 'localhost', port: 0 });

/** Tries in a browser what readers do there. */
export function tryBehaviours(name: 'Firefox' | 'WebKit', open: () => Promise<Engine>): void {
  describe(`In ${name}`, () => {
    let engine: Engine;
    let standfirst: Awaited<ReturnType<typeof start>>;
    let features: Awaited<ReturnType<typeof start>>;
    let arabic: Awaited<ReturnType<typeof start>>;
    let bilingual: Awaited<ReturnType<typeof start>>;

    beforeAll(async () => {
      [standfirst, features, arabic, bilingual] = await Promise.all([
        start('standfirst'),
        start('features'),
        start('arabic'),
        start('bilingual'),
      ]);
      engine = await open();
    });
    beforeEach(() => engine.resize(1280, 800));
    afterAll(async () => {
      await engine.close();
      await Promise.all([standfirst, features, arabic, bilingual].map(({ close }) => close()));
    });

    const openArticle = () => engine.goTo(standfirst.address + article);
    const background = () => engine.read(() => getComputedStyle(document.body).backgroundColor);
    const dark = 'rgb(19, 18, 16)';
    const focused = () => engine.read(() => document.activeElement?.textContent ?? '');

    test('names in the text are links, and are seen as such', async () => {
      await openArticle();
      const styles = await engine.read(() =>
        [...document.querySelectorAll('.prose .who')].map((link) => {
          const style = getComputedStyle(link);
          return [link.localName, style.display, style.textDecorationLine, style.textDecorationStyle].join(' ');
        }),
      );
      expect(styles.length).toBeGreaterThan(10);
      expect([...new Set(styles)]).toEqual(['a inline underline dotted']);
    });

    test('a paragraph that is selected is copied with every word, and without the numbers of notes', async () => {
      await openArticle();
      const lost = await engine.read(() =>
        [...document.querySelectorAll('.article-text > .prose p, .part > .prose p')].flatMap((paragraph) => {
          getSelection()?.selectAllChildren(paragraph);
          const plain = paragraph.cloneNode(true) as Element;
          for (const note of plain.querySelectorAll('.note')) note.remove();
          const whole = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
          const [copied, written] = [getSelection()?.toString() ?? '', plain.textContent ?? ''].map(whole);
          return copied === written ? [] : [{ copied, written }];
        }),
      );
      expect(lost).toEqual([]);
    });

    test.each([
      ['1280', 1280],
      ['390', 390],
    ])(
      'a card opens inside the window, not over its name, after scrolling; Escape closes it: %s px',
      async (_, width) => {
        await engine.resize(width, 800);
        await openArticle();
        await engine.read(() => document.querySelector('#northeast-syria')?.scrollIntoView({ behavior: 'instant' }));
        const text = await engine.read(() => document.querySelector('#northeast-syria .who')?.textContent ?? '');
        await engine.press('#northeast-syria .who');
        const { box, link } = await engine.read(() => {
          const placeOf = (selector: string) => {
            const { top, bottom, left, right } =
              document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect(-1);
            return { top, bottom, left, right };
          };
          return { box: placeOf('.card:popover-open'), link: placeOf('#northeast-syria .who') };
        });
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(800);
        // MiniBrowser's window is wider than a phone's; a card is a sheet in it all the same.
        expect(box.right).toBeLessThanOrEqual(Math.max(width, await engine.read(() => innerWidth)));
        const isApart =
          box.top >= link.bottom || box.bottom <= link.top || box.left >= link.right || box.right <= link.left;
        expect(isApart).toBe(true);
        await expect.poll(() => engine.read(() => document.activeElement?.className)).toBe('card');
        await engine.key('Escape');
        await expect.poll(() => engine.read(() => document.querySelectorAll('.card:popover-open').length)).toBe(0);
        await expect.poll(focused).toBe(text);
      },
    );

    test('the contents lead to a section, mark it, and mark none above the first', async () => {
      await openArticle();
      const marked = () =>
        engine.read(() => [...document.querySelectorAll('.toc [aria-current]')].map(({ textContent }) => textContent));
      expect(await marked()).toEqual([]);
      await engine.press('.toc a[href="#coalition-withdrawal"]');
      await expect.poll(marked).toEqual(['Coalition withdrawal']);
    });

    test('a theme is kept on the next page, and is there on the page before as well', async () => {
      await engine.goTo(`${standfirst.address}/`);
      await openArticle();
      await engine.press('.choice:has([value="dark"])');
      await expect.poll(background).toBe(dark);
      await engine.back();
      await expect.poll(background).toBe(dark);
      await engine.goTo(`${standfirst.address}/about/`);
      await expect.poll(background).toBe(dark);
      await engine.press('.choice:has([value=""])');
      await expect.poll(background).not.toBe(dark);
    });

    test('the search finds a word and leads to its section', async () => {
      await engine.goTo(`${standfirst.address}/search/`);
      await engine.press('input[type=search]');
      await engine.type('thermal cameras');
      await expect
        .poll(() => engine.read(() => document.querySelector('[role=status]')?.textContent))
        .toBe('1 article found');
      expect(await engine.read(() => document.querySelector('.hit mark')?.textContent ?? '')).toMatch(/thermal/i);
    });

    test('no page scrolls sideways in a window of 320 px, or the least that the browser has', async () => {
      await engine.resize(320, 800);
      const wide: string[] = [];
      for (const address of [
        `${standfirst.address}/`,
        standfirst.address + article,
        `${standfirst.address}/glossary/`,
        `${standfirst.address}/search/`,
        `${features.address}/articles/everything/`,
        `${features.address}/articles/old-bridge/`,
        `${arabic.address}/articles/first/`,
        `${bilingual.address}/ar/`,
        `${bilingual.address}/ar${article}`,
        `${bilingual.address}/ar/glossary/`,
        `${bilingual.address}/ar/search/`,
      ]) {
        await engine.goTo(address);
        const [page, own] = await engine.read(() => [document.documentElement.scrollWidth, innerWidth]);
        // MiniBrowser has no narrower window.
        expect(own).toBeLessThanOrEqual(name === 'WebKit' ? 450 : 320);
        if ((page ?? 0) > (own ?? 0)) wide.push(address);
      }
      expect(wide).toEqual([]);
    });

    test('words of the other direction are read in their own', async () => {
      await engine.goTo(`${arabic.address}/articles/first/`);
      const found = await engine.read(() => {
        const paragraphs = [...document.querySelectorAll('.part .prose p')];
        const english = paragraphs.find(({ textContent }) => textContent?.startsWith('The pier'));
        const code = document.querySelector('.part .prose code');
        return [document.body, english, code].map((element) => element && getComputedStyle(element).direction);
      });
      expect(found).toEqual(['rtl', 'ltr', 'ltr']);
    });

    test('the article in Arabic runs from right to left, in the typefaces of its script and with joined letters', async () => {
      await engine.goTo(`${bilingual.address}/ar${article}`);
      const looks = await engine.read(() =>
        ['h1', '.standfirst', '.article-text .prose p', '.part-title', '.notes li', '.masthead'].map((selector) => {
          const element = document.querySelector(selector);
          const { direction, letterSpacing, fontFamily } = element ? getComputedStyle(element) : ({} as never);
          return { direction, letterSpacing, hasArabic: /^"Noto (Naskh|Sans) Arabic"/.test(fontFamily) };
        }),
      );
      expect(looks).toHaveLength(6);
      for (const { direction, letterSpacing, hasArabic } of looks) {
        expect([direction, hasArabic]).toEqual(['rtl', true]);
        expect(letterSpacing).toMatch(/^(normal|0px)$/);
      }
      // A heading begins at the right edge of its box.
      const [text = 0, box = 1] = await engine.read(() => {
        const title = document.querySelector('.part-title');
        const range = document.createRange();
        if (title) range.selectNodeContents(title);
        return [range.getBoundingClientRect().right, title?.getBoundingClientRect().right];
      });
      expect(Math.abs(text - box)).toBeLessThan(2);
    });

    test('a name in the article in Arabic leads to its entry in the glossary', async () => {
      await engine.goTo(`${bilingual.address}/ar${article}`);
      const name = await engine.read(() => document.querySelector('.prose .who')?.textContent ?? '');
      expect(name).toMatch(/[\u0600-\u06ff]/);
      await engine.press('.prose .who');
      const place = () => engine.read(() => [location.pathname, document.querySelector(':target')?.textContent ?? '']);
      await expect.poll(place).toEqual(['/ar/glossary/', expect.stringContaining(name)]);
    });

    test.each([
      ['a note in the article in Arabic', () => `${bilingual.address}/ar${article}`, '.prose sup a'],
      ['a note on a name', () => `${arabic.address}/articles/first/`, '.prose .who'],
    ])(
      '%s opens inside the window of a page from right to left, and Escape closes it',
      async (_, address, selector) => {
        await engine.goTo(address());
        await engine.press(selector);
        const { left, right, top, bottom, text } = await engine.read(() => {
          const card = document.querySelector('.card:popover-open');
          const box = card?.getBoundingClientRect() ?? new DOMRect(-1, -1);
          const { left, right, top, bottom } = box;
          return { left, right, top, bottom, text: card?.textContent ?? '' };
        });
        expect(text).toMatch(/[\u0600-\u06ff]/);
        expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
        expect(right).toBeLessThanOrEqual(Math.max(1280, await engine.read(() => innerWidth)));
        expect(bottom).toBeLessThanOrEqual(800);
        await engine.key('Escape');
        await expect.poll(() => engine.read(() => document.querySelectorAll('.card:popover-open').length)).toBe(0);
      },
    );

    test('the switch of languages leads to the same section, and back', async () => {
      await engine.goTo(`${bilingual.address}${article}#sadrs-warning`);
      const place = () => engine.read(() => [document.documentElement.lang, location.pathname + location.hash]);
      const seen = () =>
        engine.read(() => {
          const { top = -1 } = document.querySelector(':target')?.getBoundingClientRect() ?? {};
          return top >= 0 && top < innerHeight;
        });
      await engine.press('.masthead a[hreflang]');
      await expect.poll(place).toEqual(['ar-IQ', `/ar${article}#sadrs-warning`]);
      await expect.poll(seen).toBe(true);
      await engine.press('.article a[hreflang]');
      await expect.poll(place).toEqual(['en-GB', `${article}#sadrs-warning`]);
    });

    test('the search in Arabic finds a word without its article, and marks it', async () => {
      await engine.goTo(`${bilingual.address}/ar/search/`);
      await engine.press('input[type=search]');
      await engine.type('كاميرات');
      await expect.poll(() => engine.read(() => document.querySelectorAll('.hit').length)).toBe(1);
      expect(await engine.read(() => document.querySelector('.hit mark')?.textContent ?? '')).toContain('كاميرات');
      const leads = await engine.read(() => document.querySelector('.hit a')?.getAttribute('href'));
      expect(leads).toContain(`/ar${article}`);
    });

    // WebKit's driver has no printing.
    if (name === 'Firefox') {
      const text = async (form: '-layout' | '-bbox' = '-layout') =>
        execFileSync('pdftotext', [form, '-', '-'], { input: await engine.print?.(), encoding: 'utf8' });
      /** The words of a sheet with the height of their letters, in points; headings are the only ones above 15. */
      const wordsOf = (sheet: string) =>
        [...sheet.matchAll(/yMin="([\d.]+)" [^>]*yMax="([\d.]+)">([^<]*)</g)].map(([, top, bottom, word]) => ({
          height: Number(bottom) - Number(top),
          word,
        }));

      test('no sheet of paper ends with a heading, and the front page needs one sheet', async () => {
        await openArticle();
        const lastWords = (await text('-bbox'))
          .split('</page>')
          .slice(0, -1)
          .map((sheet) => wordsOf(sheet).at(-1));
        expect(lastWords.length).toBeGreaterThan(3);
        expect(lastWords.filter((word) => !word || word.height > 15)).toEqual([]);
        await engine.goTo(standfirst.address);
        expect((await text()).split('\f')).toHaveLength(2);
      });

      test('paper has the names of the map and every column of a wide table', async () => {
        await openArticle();
        expect(await text()).toMatch(/IRAQ|Iraq/);
        await engine.goTo(`${features.address}/articles/everything/`);
        const columns = await engine.read(() =>
          [...document.querySelectorAll('.wide-table th')].map((cell) => cell.textContent?.trim().split(/\s/)[0] ?? ''),
        );
        const printed = await text();
        expect(columns.length).toBeGreaterThan(2);
        for (const column of columns) expect(printed).toContain(column);
      });
    }
  });
}
