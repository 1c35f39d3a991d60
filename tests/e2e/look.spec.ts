import type { Page } from '@playwright/test';
import { onlyLong } from '../support/only-long.ts';
import { sidewaysAt } from '../support/sideways.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';
const paper = { light: 'rgb(255, 253, 249)', dark: 'rgb(19, 18, 16)' } as const;

test.describe('light and dark', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`follows a system that is ${scheme}`, onlyLong(scheme === 'light'), async ({ page, served }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(served.standfirst + article);
      await expect(page.locator('body')).toHaveCSS('background-color', paper[scheme]);
    });

    test(
      `remembers the choice against a system that is ${scheme}, on the next page and before it is painted`,
      onlyLong(scheme === 'light'),
      async ({ page, served }) => {
        const chosen = scheme === 'light' ? 'dark' : 'light';
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(served.standfirst + article);
        await page.getByText(chosen === 'dark' ? 'Dark' : 'Light', { exact: true }).click();
        await expect(page.locator('body')).toHaveCSS('background-color', paper[chosen]);
        await page.addInitScript(() => {
          // The colour of paper at the first moment at which there is a body: what the first paint will show.
          new MutationObserver((_, observer) => {
            if (!document.body) return;
            observer.disconnect();
            document.documentElement.setAttribute('data-first', getComputedStyle(document.body).backgroundColor);
          }).observe(document, { childList: true, subtree: true });
        });
        await page.goto(`${served.standfirst}/about/`);
        await expect(page.locator('html')).toHaveAttribute('data-first', paper[chosen]);
        await expect(page.getByLabel(chosen === 'dark' ? 'Dark' : 'Light')).toBeChecked();
        await page.getByText('System', { exact: true }).click();
        await page.reload();
        await expect(page.locator('body')).toHaveCSS('background-color', paper[scheme]);
      },
    );
  }

  test('follows the reader to the page before and to other tabs, with the colour of the browser’s bars', async ({
    page,
    context,
    served,
  }) => {
    const bars = (one: Page) =>
      one.evaluate(() => {
        const metas = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
        return metas.find(({ media }) => matchMedia(media).matches)?.content;
      });
    const other = await context.newPage();
    await other.goto(`${served.standfirst}/about/`);
    await page.goto(`${served.standfirst}/`);
    await page.goto(served.standfirst + article);
    const light = await bars(page);
    await page.getByText('Dark', { exact: true }).click();
    await expect.poll(() => bars(page)).not.toBe(light);
    await page.goBack();
    for (const one of [page, other]) {
      await expect(one.locator('body')).toHaveCSS('background-color', paper.dark);
      await expect(one.getByLabel('Dark')).toBeChecked();
      await expect.poll(() => bars(one)).not.toBe(light);
    }
  });

  test('works where the browser forbids storage', onlyLong(), async ({ page, served }) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(served.standfirst + article);
    await page.getByText('Dark', { exact: true }).click();
    await expect(page.locator('body')).toHaveCSS('background-color', paper.dark);
    expect(errors).toEqual([]);
  });
});

test.describe('on paper', () => {
  test('is light, without what only a screen needs, and says where it comes from', async ({ page, served }) => {
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
    await page.goto(served.standfirst + article);
    await expect(page.locator('body')).toHaveCSS('background-color', paper.light);
    for (const part of ['.toc', '.toc-bar', '.skip', '.theme-choice', '.share', '.back-links >> nth=0']) {
      await expect(page.locator(part)).toBeAttached();
      await expect(page.locator(part)).toBeHidden();
    }
    await expect(page.locator('.paper-only')).toContainText('https://standfirst.example/articles/iraq-syria-border/');
    await expect(page.locator('.paper-only')).toContainText('19 January 2026');
  });

  test('numbers the links that leave the site, and lists their addresses', async ({ page, served }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${served.features}/articles/everything/`);
    const marks = await page
      .locator('.article .external')
      .evaluateAll((links) => links.map((link) => getComputedStyle(link, '::after').content));
    expect(marks).toHaveLength(4);
    for (const mark of marks) expect(mark).toContain('counter(link)');
    await expect(page.locator('.paper-only li')).toHaveCount(4);
  });

  test('has no link that only a screen can follow, and keeps the end of the page together', async ({
    page,
    served,
  }) => {
    await page.goto(served.standfirst + article);
    await expect(page.locator('.imprint li').last()).toBeVisible();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.imprint li').last()).toBeHidden();
    await expect(page.locator('.imprint')).toHaveCSS('break-inside', 'avoid');
  });

  test('has the unchanged text of a version, which is folded on a screen', onlyLong(), async ({ page, served }) => {
    await page.goto(`${served.features}/articles/recorded/versions/2/`);
    const folded = page.locator('details').getByText('The harbour is deep.');
    await expect(folded).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(folded).toBeVisible();
  });

  test('has wide tables and code whole, key points as small as the text, and no card that was open', async ({
    page,
    served,
  }) => {
    await page.goto(`${served.features}/articles/everything/`);
    await page.locator('.who').first().click();
    await expect(page.locator('.card:popover-open')).toBeVisible();
    await page.pdf();
    await expect(page.locator('.card:popover-open')).toHaveCount(0);
    // The text on A4.
    await page.setViewportSize({ width: 642, height: 900 });
    await page.emulateMedia({ media: 'print' });
    const wide = await page
      .locator('.wide-table, .prose pre')
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(wide.length).toBeGreaterThan(1);
    expect(Math.max(...wide)).toBeLessThanOrEqual(0);
    const size = (part: string) =>
      page
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).fontSize);
    expect(await size('.key-points li')).toBe(await size('.prose p'));
  });

  test('fits into a PDF of a few pages', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const pdf = await page.pdf({ format: 'A4' });
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? [];
    expect(pages.length).toBeGreaterThanOrEqual(2);
    expect(pages.length).toBeLessThanOrEqual(6);
  });
});

test.describe('at any size', () => {
  test('a wide table scrolls by itself', async ({ page, served }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(`${served.features}/articles/everything/`);
    const table = page.getByRole('group', { name: 'Table' });
    await table.focus();
    expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBeGreaterThan(50);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => table.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
  });

  test('a word that is longer than the window breaks', async ({ page, served }) => {
    for (const path of ['/', '/articles/article-32/', '/topics/tests/', '/authors/ada/', '/glossary/']) {
      await page.goto(served.plenty + path);
      const changed = await page
        .locator('h1, h2, .standfirst, .teaser-headline a, .teaser-standfirst, .label, .entry-name, .signed a, .kicker')
        .evaluateAll((texts) => {
          for (const text of texts)
            text.textContent = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamte';
          return texts.length;
        });
      expect(changed).toBeGreaterThan(0);
      expect.soft(await sidewaysAt(page, [320, 412, 768, 1280]), path).toEqual([]);
    }
  });

  test('every target is at least 24 px, or stands in a line of text', async ({ page, served }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(served.standfirst + article);
    await page.locator('.toc-bar').click();
    const small = await page
      .locator('a:visible, button:visible, summary:visible, label:visible')
      .evaluateAll((targets) =>
        targets
          .filter(
            (target) =>
              !target.closest('.skip') &&
              !(target.matches('p a, li > a, sup a') && getComputedStyle(target).display === 'inline'),
          )
          .map((target) => ({ text: target.textContent, box: target.getBoundingClientRect() }))
          .filter(({ box }) => box.width < 24 || box.height < 24)
          .map(({ text, box }) => `${text} ${box.width}×${box.height}`),
      );
    expect(small).toEqual([]);
  });
});

test.describe('a quotation', () => {
  test('is set in italics in Latin script, and upright in Arabic, which has none', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    await expect(page.locator('.quotation blockquote').first()).toHaveCSS('font-style', 'italic');
    await page.goto(`${served.arabic}/articles/first/`);
    await expect(page.locator('.quotation blockquote')).toHaveCSS('font-style', 'normal');
  });

  test(
    'is larger than the text where it is short, and hardly so where it is long',
    onlyLong(),
    async ({ page, served }) => {
      await page.goto(`${served.features}/articles/everything/`);
      const sizes = await page
        .locator('.prose > .quotation > blockquote')
        .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
      expect(sizes).toEqual([expect.closeTo(24.3), expect.closeTo(18.9)]);
    },
  );
});

test.describe('the timeline', () => {
  /** The style and width of the border of a pseudo-element of each step. */
  const borders = (page: Page, pseudo: string, side: string) =>
    page.locator('.timeline > li').evaluateAll(
      (steps, [name, where]) =>
        steps.map((step) => {
          const style = getComputedStyle(step, name);
          return `${style.getPropertyValue(`border-${where}-style`)} ${style.getPropertyValue(`border-${where}-width`)}`;
        }),
      [pseudo, side] as const,
    );

  for (const media of [{ forcedColors: 'active' }, { media: 'print' }, {}] as const) {
    test(
      `tells months, days and pauses apart by borders alone: ${JSON.stringify(media)}`,
      onlyLong(!('forcedColors' in media)),
      async ({ page, served }) => {
        await page.emulateMedia(media);
        await page.goto(`${served.features}/articles/everything/`);
        expect(await borders(page, '::before', 'top')).toEqual(['solid 2px', 'solid 2px', 'solid 6px', 'solid 6px']);
        const [pause, ...others] = await borders(page, '::after', 'inline-start');
        expect(pause).toBe('dotted 3px');
        expect(others.slice(0, 2)).toEqual(['solid 2px', 'solid 2px']);
      },
    );
  }
});

test.describe('forced colours and reduced motion', () => {
  test('the current section stands out in the colours of the reader', async ({ page, served }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(`${served.standfirst}${article}#sadrs-warning`);
    const weights = () =>
      page.locator('.toc a').evaluateAll((all) => new Set(all.map((link) => getComputedStyle(link).fontWeight)).size);
    // The section is marked once the page has come to rest.
    await expect.poll(weights).toBe(2);
    await expect(page.locator('.theme-choice')).toBeHidden();
  });

  test('nothing glides where the reader wants no motion', onlyLong(), async ({ page, served }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(served.standfirst + article);
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'auto');
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await expect(page.locator('html')).toHaveCSS('scroll-behavior', 'smooth');
  });
});

test.describe('a page in Arabic', () => {
  test('has Arabic typefaces first, room between the lines of headings, and arrows to the left', async ({
    page,
    served,
  }) => {
    await page.goto(`${served.arabic}/articles/first/`);
    const found = await page.evaluate(() => {
      const of = (selector: string, pseudo?: string) => {
        const element = document.querySelector(selector);
        if (!element) throw new Error(`There is no ${selector}.`);
        return getComputedStyle(element, pseudo);
      };
      const lines = ['h1', 'h2'].map((selector) => {
        return Number.parseFloat(of(selector).lineHeight) / Number.parseFloat(of(selector).fontSize);
      });
      const families = ['body', '.toc', '.map'].map((selector) => of(selector).fontFamily.split(',')[0]);
      const arrow = of('.external', '::after').content;
      return { lines, families, arrow, spacing: of('h1').letterSpacing, numbers: of('.notes').listStyleType };
    });
    for (const line of found.lines) expect(line).toBeCloseTo(1.35, 2);
    expect(found.families).toEqual(['"Noto Naskh Arabic"', '"Noto Sans Arabic"', '"Noto Sans Arabic"']);
    expect(found.arrow).toContain('↖');
    expect(found.arrow).not.toContain('↗');
    expect(['normal', '0px']).toContain(found.spacing);
    expect(found.numbers).toBe('arabic-indic');
  });

  test('costs a page in English nothing', onlyLong(), async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    expect(await page.content()).not.toMatch(/Naskh|↖|arabic-indic/);
  });
});
