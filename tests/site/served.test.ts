import { JSDOM } from 'jsdom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtEditions } from '@/lib/serve/built-editions.ts';
import { type Serving, serve } from '@/lib/serve/serve.ts';
import { all } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

/** The addresses to which elements lead or from which they load. */
const addressed =
  'a[href], link[href]:not([rel="canonical"]):not([rel="alternate"]), img[src], script[src], source[srcset]';

describe.each([
  ['at the root of its host', sites.features.out, '/'],
  ['under a path', sites.arabic.out, '/ar/'],
])('A site %s', (_where, out, base) => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve({ editions: builtEditions(out, () => {}), host: '127.0.0.1', port: 0 });
  });
  afterAll(() => serving.close());

  test('is served so that all that its pages lead to and load is there, at its one address', async () => {
    const start = `${serving.address}/`;
    const waiting = [start];
    const found = new Map<string, number>();
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      if (found.has(address)) continue;
      const answer = await fetch(address, { redirect: 'manual' });
      found.set(address, answer.status);
      if (!answer.headers.get('content-type')?.startsWith('text/html')) continue;
      const { document } = new JSDOM(await answer.text()).window;
      for (const element of all(document, addressed)) {
        for (const name of ['href', 'src', 'srcset']) {
          for (const text of (element.getAttribute(name) ?? '').split(/\s+[\d.]+[wx],?\s*/).filter(Boolean)) {
            const target = new URL(text, address);
            target.hash = '';
            if (target.origin === new URL(start).origin) waiting.push(target.href);
          }
        }
      }
    }

    expect([...found].filter(([, status]) => status !== 200)).toEqual([]);
    expect(found.size).toBeGreaterThan(5);
    for (const address of found.keys()) expect(new URL(address).pathname.startsWith(base)).toBe(true);
  });

  test('has its page for what is not found everywhere', async () => {
    const { origin } = new URL(serving.address);
    for (const address of [`${serving.address}/nowhere/`, `${origin}/nowhere`]) {
      const answer = await fetch(address, { redirect: 'manual' });

      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('<h1');
    }
  });
});
