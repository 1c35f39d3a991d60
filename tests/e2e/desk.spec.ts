import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { complaintsOf } from '../support/complaints.ts';
import { expect, test } from '../support/desk-server.ts';

test.describe('in an Arabic browser the page of the desk', () => {
  test.use({ locale: 'ar-IQ' });

  test('speaks Arabic, with words from the site itself', async ({ page, site }) => {
    await page.goto(`${site}/admin/`);
    await expect(page.getByRole('button', { name: /تسجيل الدخول باستخدام رمز الوصول/ })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  });
});

test.describe('the page of the desk', () => {
  test('starts the CMS from the site itself, asks for a sign-in, and loads nothing from elsewhere', async ({
    page,
    site,
  }) => {
    const loaded: URL[] = [];
    page.on('response', (answer) => loaded.push(new URL(answer.url())));
    const heard = await complaintsOf(page);
    await page.goto(`${site}/admin/`);
    await expect(page.getByRole('button', { name: 'Sign In Using Access Token' })).toBeVisible();
    await expect(page.getByRole('button', { name: /GitHub/ })).toHaveCount(0);
    // The fonts of its text and of its icons come as well, with nothing left on the page to see them by.
    for (const font of [/source-sans[^/]*\.woff2$/, /material-symbols[^/]*\.woff2$/]) {
      await expect.poll(() => loaded.some(({ pathname }) => font.test(pathname))).toBe(true);
    }

    expect([...new Set(loaded.map(({ origin }) => origin))]).toEqual([new URL(site).origin]);
    // The CMS asks whether GitHub is well, and for fonts that are in its package as well: the policy refuses both.
    const refused = /githubstatus|jsdelivr|^(?:connect|font)-src$|net::ERR_FAILED/;
    expect(heard.filter((line) => !refused.test(line))).toEqual([]);
  });

  test('keeps hold of the window in which an editor signs in, and readers’ pages of none', async ({
    page,
    site,
    context,
  }) => {
    // As the page of a git host that says it is done.
    const host = createServer((_request, response) => {
      const script = 'opener?.postMessage("signed in", "*")';
      response.setHeader('content-type', 'text/html').end(`<title>Sign-in</title><script>${script}</script>`);
    }).listen(0, '127.0.0.1');
    await once(host, 'listening');
    const elsewhere = `http://127.0.0.1:${(host.address() as AddressInfo).port}/`;
    const isTold = async (path: string) => {
      await page.goto(site + path);
      await page.evaluate(() => {
        addEventListener('message', ({ data }) => document.documentElement.setAttribute('data-heard', String(data)));
      });
      const [popup] = await Promise.all([
        context.waitForEvent('page'),
        page.evaluate((url) => void window.open(url, 'sign-in', 'width=300,height=300'), elsewhere),
      ]);
      await expect(popup).toHaveTitle('Sign-in');
      const hasOpener = await popup.evaluate(() => window.opener !== null);
      if (hasOpener) await expect(page.locator('html')).toHaveAttribute('data-heard', 'signed in');
      await popup.close();
      return hasOpener;
    };
    expect(await isTold('/admin/')).toBe(true);
    expect(await isTold('/about/')).toBe(false);
    host.close();
  });
});
