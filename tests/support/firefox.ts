import puppeteer from 'puppeteer-core';
import type { Engine } from './engine.ts';

/** Debian's Firefox, driven over WebDriver BiDi. */
export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    // Otherwise a moving element would be clicked while it moves.
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  let page = await browser.newPage();
  let size = { width: 1280, height: 800 };
  let hasGoneBack = false;
  return {
    goTo: async (address) => {
      // A tab that has restored a page from its cache does not report later loads.
      if (hasGoneBack) {
        page = await browser.newPage();
        await page.setViewport(size);
        hasGoneBack = false;
      }
      await page.goto(address);
    },
    back: async () => {
      hasGoneBack = true;
      await page.evaluate(() => history.back());
    },
    read: (look, ...given) => page.evaluate(look as (...all: unknown[]) => ReturnType<typeof look>, ...given) as never,
    press: (selector) => page.click(selector),
    key: (name) => page.keyboard.press(name),
    type: (text) => page.keyboard.type(text),
    resize: async (width, height) => {
      size = { width, height };
      await page.setViewport(size);
    },
    print: () => page.pdf({ format: 'A4' }),
    close: () => browser.close(),
  };
}
