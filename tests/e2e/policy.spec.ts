import type { Page } from '@playwright/test';
import { complaintsOf } from '../support/complaints.ts';
import { expect, test } from '../support/site-server.ts';

const article = '/articles/iraq-syria-border/';

/** Injects markup into the page on its way to the browser, as an attacker would. */
async function inject(page: Page, markup: string): Promise<void> {
  await page.route('**/articles/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</main>', `${markup}</main>`) });
  });
}

test.describe('under its policy a page does not take up what was injected:', () => {
  test('what would run, load or cover anything', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    for (const [what, markup, directive] of [
      ['a script', '<script>injected = true</script>', 'script-src-elem'],
      ['a script from the same site', '<script src="/icon.svg"></script>', 'script-src-elem'],
      ['an event handler', '<img src="/icon.svg" alt="" onload="injected = true">', 'script-src-attr'],
      ['a style sheet', '<style>main { display: none }</style>', 'style-src-elem'],
      ['a style attribute', '<p style="position: fixed; inset: 0">covered</p>', 'style-src-attr'],
      ['a picture from another site', '<img src="https://example.com/seen.png" alt="">', 'img-src'],
      ['a frame', '<iframe src="/about/" title=""></iframe>', 'frame-src'],
      ['another base for links', '<base href="https://example.com/">', 'base-uri'],
    ] as const) {
      await page.unrouteAll();
      await inject(page, markup);
      heard.length = 0;
      await page.goto(served.standfirst + article);
      await expect.poll(() => heard, what).toContain(directive);
      expect(await page.evaluate(() => 'injected' in window), what).toBe(false);
      await expect(page.getByRole('main'), what).toBeVisible();
    }
  });

  test('a link with a script for its address', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await inject(page, '<a href="javascript:injected = true">harmless</a>');
    await page.goto(served.standfirst + article);
    await page.getByText('harmless').click();
    await expect.poll(() => heard).toContain('script-src-elem');
    expect(await page.evaluate(() => 'injected' in window)).toBe(false);
  });

  test('a form for another site', async ({ page, served }) => {
    const heard = await complaintsOf(page);
    await inject(page, '<form action="https://example.com/" method="post"><button>Sign in</button></form>');
    await page.goto(served.standfirst + article);
    await page.getByRole('button', { name: 'Sign in' }).dispatchEvent('click');
    await expect.poll(() => heard).toContain('form-action');
  });

  test('HTML that a script puts together', async ({ page, served }) => {
    await page.goto(served.standfirst + article);
    const assigned = page.evaluate(() => {
      document.body.innerHTML = '<p>mine</p>';
    });
    await expect(assigned).rejects.toThrow('TrustedHTML');
  });
});

test.describe('without its policy', () => {
  test.use({ bypassCSP: true });

  for (const [what, markup] of [
    ['script', '<script>injected = true</script>'],
    ['event handler', '<img src="/icon.svg" alt="" onload="injected = true">'],
  ] as const) {
    test(`the injected ${what} would run: the tests above are able to see it`, async ({ page, served }) => {
      await inject(page, markup);
      await page.goto(served.standfirst + article);
      await expect.poll(() => page.evaluate(() => 'injected' in window)).toBe(true);
    });
  }
});
