import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { proxyConfig } from '@/lib/hosts/proxy.ts';
import { builtEditions } from '@/lib/serve/built-editions.ts';
import { serve } from '@/lib/serve/serve.ts';
import { aFewFiles, aFinishedSite, finishSite } from '../../support/a-finished-site.ts';
import { ask } from '../../support/a-load.ts';
import { startNginx } from '../../support/a-nginx.ts';

test('nginx in front of npm start gives its answers, the newest after a second, and what it has while that is away', async () => {
  const out = await aFinishedSite();
  const editions = builtEditions(out, () => {});
  const origin = await serve({ editions, host: '127.0.0.1', port: 0 });
  const { address } = await startNginx((listen) => proxyConfig(origin.address, listen));
  const both = async (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    Promise.all(
      [origin.address, address].map(async (one) => {
        const { status, headers: all, body } = await ask(one + path, headers, undefined, method);
        const { date: _, connection: __, 'keep-alive': ___, server: ____, ...given } = all;
        return { path, status, headers: given, body: body.toString() };
      }),
    );
  for (const path of ['/', '/about/', '/about', '/icon.svg', '/nothing/', '/healthz', '/index.html']) {
    for (const headers of [{ 'accept-encoding': 'gzip, br' }, { 'accept-encoding': 'gzip' }, {}]) {
      const [expected, given] = await both(path, headers);
      expect(given).toEqual(expected);
      // From what it keeps, this time.
      expect((await both(path, headers))[1]).toEqual(expected);
    }
  }
  const tag = String((await ask(`${address}/`, {})).headers.etag);
  expect((await ask(`${address}/`, { 'if-none-match': tag })).status).toBe(304);
  expect((await ask(`${address}/icon.svg`, { range: 'bytes=1-3' })).body.toString()).toBe('svg');
  expect((await ask(`${address}/`, {}, undefined, 'POST')).status).toBe(405);

  await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' });
  await setTimeout(2000);
  expect((await ask(`${address}/about/`, {})).body.toString()).toBe('About us');
  await origin.close();
  await setTimeout(1100);
  expect((await ask(`${address}/about/`, {})).body.toString()).toBe('About us');
});
