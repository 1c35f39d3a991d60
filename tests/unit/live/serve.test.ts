import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serve } from '@/lib/live/serve.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A small finished site, and beside its folder a file that is no part of it. */
function aFinishedSite(): string {
  const dir = join(aTemporaryFolder(), 'out');
  mkdirSync(join(dir, 'about'), { recursive: true });
  writeFileSync(join(dir, 'index.html'), 'The front page');
  writeFileSync(join(dir, 'about', 'index.html'), 'About');
  writeFileSync(join(dir, '404.html'), 'Not found');
  writeFileSync(join(dir, 'icon.svg'), '<svg/>');
  writeFileSync(join(dir, '..', 'secret.txt'), 'secret');
  return dir;
}

describe('A served site', () => {
  test.each([
    ['/', 200, 'The front page', 'text/html;charset=utf-8'],
    ['/about/', 200, 'About', 'text/html;charset=utf-8'],
    ['/about', 200, 'About', 'text/html;charset=utf-8'],
    ['/about/index.html', 200, 'About', 'text/html;charset=utf-8'],
    ['/icon.svg', 200, '<svg/>', 'image/svg+xml'],
    ['/nothing/', 404, 'Not found', 'text/html;charset=utf-8'],
    ['/about/nothing.png', 404, 'Not found', 'text/html;charset=utf-8'],
    ['/..%2fsecret.txt', 404, 'Not found', 'text/html;charset=utf-8'],
    ['/about/..%2f..%2fsecret.txt', 404, 'Not found', 'text/html;charset=utf-8'],
    ['/%E0%A4%A', 404, 'Not found', 'text/html;charset=utf-8'],
    ['/%00', 404, 'Not found', 'text/html;charset=utf-8'],
  ])('answers %s with %i', async (path, status, body, type) => {
    const { address } = await serve({ dir: aFinishedSite(), host: '127.0.0.1', port: 0 });

    const answer = await fetch(address + path);

    expect(answer.status).toBe(status);
    expect(await answer.text()).toBe(body);
    expect(answer.headers.get('content-type')).toBe(type);
  });

  test('says that a page has not changed to whoever has it already', async () => {
    const { address } = await serve({ dir: aFinishedSite(), host: '127.0.0.1', port: 0 });
    const first = await fetch(`${address}/about/`);

    const again = await fetch(`${address}/about/`, { headers: { 'if-none-match': first.headers.get('etag') ?? '' } });

    expect(again.status).toBe(304);
  });
});

describe('The headers of an answer', () => {
  const common = {
    'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'no-cache',
  };

  test.each([
    ['/', 'same-origin'],
    ['/about/', 'same-origin'],
    ['/about/index.html', 'same-origin'],
    ['/nothing/', 'same-origin'],
    ['/nothing.png', 'same-origin'],
    ['/icon.svg', 'cross-origin'],
    ['/icon.svg?1', 'cross-origin'],
    ['/feed.xml', 'cross-origin'],
  ])('keep the reader of %s safe; its resource policy is %s', async (path, resourcePolicy) => {
    const dir = aFinishedSite();
    writeFileSync(join(dir, 'feed.xml'), '<feed/>');
    const { address } = await serve({ dir, host: '127.0.0.1', port: 0 });

    const { headers } = await fetch(address + path);

    expect(Object.fromEntries(headers)).toMatchObject({ ...common, 'cross-origin-resource-policy': resourcePolicy });
  });
});

describe('A copy of a picture', () => {
  test.each([
    ['avif', 'image/avif'],
    ['jpg', 'image/jpeg'],
  ])('is kept for ever by whoever has fetched it: .%s', async (format, type) => {
    const dir = aFinishedSite();
    mkdirSync(join(dir, 'pictures/storm'), { recursive: true });
    writeFileSync(join(dir, `pictures/storm/pier-1a2b3c4d-480.${format}`), 'pixels');
    const { address } = await serve({ dir, host: '127.0.0.1', port: 0 });

    const { status, headers } = await fetch(`${address}/pictures/storm/pier-1a2b3c4d-480.${format}`);

    expect([status, headers.get('content-type')]).toEqual([200, type]);
    expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test('that is not there is asked for again', async () => {
    const { address } = await serve({ dir: aFinishedSite(), host: '127.0.0.1', port: 0 });

    const { status, headers } = await fetch(`${address}/pictures/storm/pier-1a2b3c4d-480.avif`);

    expect([status, headers.get('cache-control')]).toEqual([404, 'no-cache']);
  });
});

describe('A compressed sibling', () => {
  test.each([
    ['brotli', 'gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip, deflate', 'gzip'],
    ['nothing of the kind', 'identity', null],
  ])('is sent to whoever takes it: %s', async (_what, accepted, sent) => {
    const dir = aFinishedSite();
    writeFileSync(join(dir, 'index.html.br'), brotliCompressSync('The front page'));
    writeFileSync(join(dir, 'index.html.gz'), gzipSync('The front page'));
    const { address } = await serve({ dir, host: '127.0.0.1', port: 0 });

    const answer = await fetch(address, { headers: { 'accept-encoding': accepted } });

    expect(await answer.text()).toBe('The front page');
    expect(answer.headers.get('content-encoding')).toBe(sent);
    expect(answer.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  });
});

describe('Serving fails', () => {
  test('with the code of the system where the port is in use', async () => {
    const { server, port } = await aListeningServer();
    onTestFinished(() => void server.close());

    await expect(serve({ dir: aFinishedSite(), host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
    });
  });

  test('at once where the site has no page for what is not found', () => {
    expect(() => serve({ dir: aTemporaryFolder(), host: '127.0.0.1', port: 0 })).toThrow('ENOENT');
  });
});

async function aListeningServer() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { server, port: address.port };
}
