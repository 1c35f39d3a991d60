import { onlyLong } from '../support/only-long.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';

test.describe('back and forward', () => {
  // The headless browser has no back/forward cache, whatever the page is like. Asked why a page was not cached, it
  // gives these two reasons of its own, and besides them those of the page, such as an unload listener.
  const ownReasons = ['BackForwardCacheDisabledForDelegate', 'BrowsingInstanceNotSwapped'];

  test('nothing in a page keeps a browser from showing it again at once', async ({
    playwright,
    launchOptions,
    served,
  }) => {
    const ignoreDefaultArgs = ['--disable-back-forward-cache'];
    const browser = await playwright.chromium.launch({ ...launchOptions, ignoreDefaultArgs });
    try {
      for (const path of ['/', article, '/about/', '/404.html']) {
        const page = await browser.newPage();
        const session = await page.context().newCDPSession(page);
        const reasons: string[] = [];
        session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
          reasons.push(...notRestoredExplanations.map(({ reason }) => reason));
        });
        await session.send('Page.enable');
        await page.goto(served.standfirst + path);
        await page.evaluate(() => {
          addEventListener('pageshow', ({ persisted }) => {
            document.documentElement.toggleAttribute('data-persisted', persisted);
          });
        });
        await page.goto(`${served.standfirst}/topics/iraq/`);
        await page.goBack({ waitUntil: 'commit' });
        await expect
          .poll(async () => reasons.length > 0 || (await page.locator('html[data-persisted]').count()) > 0)
          .toBe(true);
        const itsOwn = reasons.filter((reason) => !ownReasons.includes(reason));
        expect(itsOwn, path).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});

test.describe('from page to page', () => {
  for (const [reducedMotion, glides] of [
    ['no-preference', true],
    ['reduce', false],
  ] as const) {
    test(
      `there is ${glides ? 'a' : 'no'} transition where the reader's wish is ${reducedMotion}`,
      onlyLong(!glides),
      async ({ page, served }) => {
        await page.emulateMedia({ reducedMotion });
        await page.addInitScript(() => {
          addEventListener('pagereveal', ({ viewTransition }) => {
            document.documentElement.toggleAttribute('data-glides', viewTransition !== null);
          });
        });
        await page.goto(`${served.standfirst}/`);
        await page.locator('.teaser a').first().click();
        await expect(page).toHaveURL(served.standfirst + article);
        await expect(page.locator('html[data-glides]')).toHaveCount(glides ? 1 : 0);
      },
    );
  }
});

test.describe('what a reader is about to open', () => {
  test('is fetched when its link in a list is pointed at, and then shown from there', async ({ page, served }) => {
    const ahead: string[] = [];
    page.context().on('request', (request) => {
      if (request.headers()['sec-purpose']?.startsWith('prefetch')) ahead.push(request.url());
    });
    const session = await page.context().newCDPSession(page);
    const ready: string[] = [];
    session.on('Preload.prefetchStatusUpdated', ({ status, prefetchUrl }) => {
      if (status === 'Ready') ready.push(prefetchUrl);
    });
    await session.send('Preload.enable');
    await page.goto(`${served.plenty}/`);
    const link = page.locator('.teaser a').nth(3);
    await link.hover();
    const address = new URL((await link.getAttribute('href')) ?? '', served.plenty).href;
    await expect.poll(() => ready).toEqual([address]);
    expect(ahead).toEqual([address]);
    await link.click();
    await expect(page).toHaveURL(address);
    const how = await page.evaluate(() =>
      performance.getEntriesByType('navigation').map((entry) => 'deliveryType' in entry && entry.deliveryType),
    );
    expect(how).toEqual(['navigational-prefetch']);
  });

  test('is drawn ahead where it is an article of a list, and fetched alone where it is another page', async ({
    page,
    served,
  }) => {
    const session = await page.context().newCDPSession(page);
    const faults: string[] = [];
    const attempts: string[] = [];
    // A browser under test tries to prerender a page, and then refuses: this shows that it tried.
    session.on('Preload.prerenderStatusUpdated', ({ key }) => attempts.push(`draw ${new URL(key.url).pathname}`));
    session.on('Preload.prefetchStatusUpdated', ({ key, status }) => {
      if (status === 'Ready') attempts.push(`fetch ${new URL(key.url).pathname}`);
    });
    session.on('Preload.ruleSetUpdated', ({ ruleSet }) =>
      faults.push(...(ruleSet.errorType ? [ruleSet.errorType] : [])),
    );
    await session.send('Preload.enable');
    await page.goto(`${served.standfirst}/`);
    await page.locator('a[href="/about/"]').hover();
    await expect.poll(() => attempts).toEqual(['fetch /about/']);
    await page.locator('.teaser a').first().hover();
    await expect.poll(() => attempts.toSorted()).toEqual([`draw ${article}`, 'fetch /about/', `fetch ${article}`]);
    expect(faults).toEqual([]);
  });
});
