import { describe, expect, test } from 'vitest';
import { refusalOf } from '@/lib/preview/refuse-others.ts';

const port = 3000;
const host = 'localhost:3000';
const statusOf = (headers: Record<string, string>, url = '/', isUpgrade = false) =>
  refusalOf({ headers, url }, port, isUpgrade)?.status;

describe('The preview', () => {
  test.each(['localhost:3000', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])('answers the host %s', (name) => {
    expect(statusOf({ host: name })).toBeUndefined();
  });

  test.each([
    'evil.example',
    'evil.example:3000',
    'localhost',
    'localhost:80',
    'localhost.evil.example:3000',
    '0.0.0.0:3000',
    '127.0.0.1.nip.example:3000',
    '',
  ])('refuses the host "%s"', (name) => {
    expect(statusOf({ host: name })).toBe(421);
    expect(statusOf({ host: name }, '/_next/hmr', true)).toBe(421);
    expect(statusOf({ host: name }, '/preview/events')).toBe(421);
  });

  test('refuses a request without a host', () => {
    expect(statusOf({})).toBe(421);
  });

  test('answers without the port where that is the one of HTTP', () => {
    expect(refusalOf({ headers: { host: 'localhost' }, url: '/' }, 80)).toBeUndefined();
  });

  test.each(['https://evil.example', 'http://localhost:8080', 'https://localhost:3000', 'null'])(
    'refuses the origin %s, for WebSockets as well',
    (origin) => {
      expect(statusOf({ host, origin })).toBe(403);
      expect(statusOf({ host, origin }, '/_next/hmr', true)).toBe(403);
    },
  );

  test('answers its own pages', () => {
    expect(statusOf({ host, origin: 'http://localhost:3000' }, '/_next/hmr?id=1', true)).toBeUndefined();
    expect(statusOf({ host, 'sec-fetch-site': 'same-origin' }, '/preview/events')).toBeUndefined();
  });

  test.each(['cross-site', 'same-site'])(
    'may be opened by a link from elsewhere, and not be a part of a page there: %s',
    (site) => {
      const link = { host, 'sec-fetch-site': site, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };

      expect(statusOf(link)).toBeUndefined();
      expect(statusOf(link, '/__nextjs_source-map?filename=x')).toBe(403);
      expect(statusOf({ ...link, 'sec-fetch-dest': 'iframe' })).toBe(403);
      expect(statusOf({ host, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' })).toBe(403);
    },
  );

  test.each([
    '/_next/static/chunks/app.js',
    '/__nextjs_original-stack-frames',
    '/__nextjs_source-map?filename=x',
    '/__nextjs_font/geist.woff2',
    '/articles/storm/',
  ])('has what a page needs: %s', (url) => {
    expect(statusOf({ host }, url)).toBeUndefined();
  });

  test.each([
    '/_next/mcp',
    '/_next/mcp/',
    '/_next/static/../mcp',
    '/_next/static/%2e%2e/mcp',
    '/%5fnext/mcp',
    '/_next//mcp',
    '/_next/hmr',
    '/_next/image?url=/x&w=16&q=75',
    '/__nextjs_launch-editor?file=lib/x.ts',
    '/__nextjs_attach-nodejs-inspector',
    '/__nextjs_restart_dev',
    '/__nextjs_server_status',
    '/__nextjs_devtools_config',
    '/__nextjs_disable_dev_indicator',
    '/__nextjs_error_feedback',
    '/a/__nextjs_launch-editor',
  ])('has nothing at %s', (url) => {
    expect(statusOf({ host }, url)).toBe(404);
  });

  test('opens a WebSocket for changes of the code alone', () => {
    expect(statusOf({ host }, '/', true)).toBe(404);
  });

  test.each(['//', '//evil.example/', 'http://evil.example/', '*', '/%', ''])(
    'refuses what is no path: "%s"',
    (url) => {
      expect(statusOf({ host }, url)).toBe(400);
    },
  );
});
