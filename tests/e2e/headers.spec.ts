import { expect, test } from '../support/site-server.ts';

/** The headers of every answer. */
const common = {
  'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Headers about the transfer and the version of an answer, which differ from build to build. */
const ofTheBuild = ['connection', 'content-length', 'date', 'etag', 'keep-alive'];

const compressed = { 'content-encoding': 'br', vary: 'Accept-Encoding' };
const html = {
  'content-type': 'text/html; charset=utf-8',
  ...compressed,
  'cross-origin-resource-policy': 'same-origin',
};
const icon = {
  'content-type': 'image/svg+xml; charset=utf-8',
  ...compressed,
  'cross-origin-resource-policy': 'cross-origin',
};

test.describe('a browser gets, with these headers and no others,', () => {
  for (const [what, path, status, own] of [
    ['a page, in brotli', '/articles/iraq-syria-border/', 200, { ...html, 'accept-ranges': 'bytes' }],
    ['the icon, in brotli', '/icon.svg', 200, { ...icon, 'accept-ranges': 'bytes' }],
    ['the page for what is not found, in brotli', '/nowhere/', 404, html],
    ['the same page for a picture that is not found', '/nowhere.png', 404, html],
  ] as const) {
    test(what, async ({ page, served }) => {
      const answer = await page.goto(served.standfirst + path);
      expect(answer?.status()).toBe(status);
      const headers = Object.entries((await answer?.allHeaders()) ?? {});
      expect(Object.fromEntries(headers.filter(([name]) => !ofTheBuild.includes(name)))).toEqual({ ...common, ...own });
    });
  }
});
