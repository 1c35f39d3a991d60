import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { builtEditions } from '@/lib/serve/built-editions.ts';
import { serve } from '@/lib/serve/serve.ts';
import { aFewFiles, aFinishedSite, finishSite, longText } from '../../support/a-finished-site.ts';
import { rawRequest } from '../../support/a-raw-request.ts';
import { aServedSite } from '../../support/a-served-site.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const frontPage = `The front page. ${longText}`;
const html = 'text/html; charset=utf-8';

/** Sends a request like a client that follows no redirects and accepts no encodings. */
function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  return fetch(address, { method, redirect: 'manual', headers: { 'accept-encoding': 'identity', ...headers } });
}

/** An answer over its own connection, with the raw body. */
function rawly(address: string, ...headers: string[]) {
  const { pathname } = new URL(address);
  return rawRequest(
    address,
    `${[`GET ${pathname} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`,
  );
}

describe('A served site', () => {
  test.each([
    ['/', 200, frontPage, html],
    ['/?a=b', 200, frontPage, html],
    ['/about/', 200, 'About', html],
    ['/icon.svg', 200, '<svg/>', 'image/svg+xml; charset=utf-8'],
    ['/nothing/', 404, aFewFiles['404.html'], html],
    ['/about/nothing.png', 404, aFewFiles['404.html'], html],
    ['/404.html', 200, aFewFiles['404.html'], html],
    ['/index.html.br', 404, aFewFiles['404.html'], html],
  ])('answers %s with %i', async (path, status, body, type) => {
    const { address } = await aServedSite();

    const answer = await ask(address + path);

    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, type]);
    expect(await answer.text()).toBe(body);
  });

  test.each([
    ['/ar/nothing/', 'لا شيء هنا'],
    ['/ar/articles/nothing/', 'لا شيء هنا'],
    ['/ar', undefined],
    ['/arts/', aFewFiles['404.html']],
    ['/about/nothing/', aFewFiles['404.html']],
  ])('answers with the not-found page of the language at %s', async (path, body) => {
    const inArabic = { 'ar/index.html': 'الصفحة الأولى', 'ar/404.html': 'لا شيء هنا' };
    const { address } = await aServedSite({ out: await aFinishedSite({ ...aFewFiles, ...inArabic }) });

    const answer = await ask(address + path);

    expect(answer.status).toBe(body === undefined ? 301 : 404);
    if (body !== undefined) expect(await answer.text()).toBe(body);
  });

  test.each([
    ['/about', 301, '/about/'],
    ['/about?from=feed', 301, '/about/?from=feed'],
    ['/about/index.html', 301, '/about/'],
    ['/articles/old/', 301, '/about/'],
  ])('sends whoever asks for %s to the one address of the page', async (path, status, to) => {
    const out = await aFinishedSite(aFewFiles, { redirects: { '/articles/old/': '/about/' } });
    const { address } = await aServedSite({ out });

    const { status: given, headers } = await ask(address + path);

    expect([given, headers.get('location'), headers.get('cache-control')]).toEqual([status, to, 'no-cache']);
  });

  test('lies under the path that its own address has', async () => {
    const { address } = await aServedSite({
      out: await aFinishedSite(aFewFiles, { url: 'https://news.example/daily' }),
    });

    expect(address).toMatch(/\/daily$/);
    expect(await (await ask(`${address}/about/`)).text()).toBe('About');
    expect((await ask(`${address}/about`)).headers.get('location')).toBe('/daily/about/');
    expect((await ask(address.replace('/daily', '/about/'))).status).toBe(404);
  });

  test('answers with nothing that is not in its manifest', async () => {
    const out = await aFinishedSite();
    writeFileSync(join(out, 'stray.txt'), 'secret');
    const { address } = await aServedSite({ out });

    expect((await ask(`${address}/stray.txt`)).status).toBe(404);
  });

  test('says how it is, and which site it serves', async () => {
    const out = await aFinishedSite();
    const { address } = await aServedSite({ out });

    const answer = await ask(`${address}/healthz`);

    expect([answer.status, await answer.text()]).toEqual([200, `ok ${out}\n`]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  test('answers with some words where there is no page for what is not found', async () => {
    const { address } = await aServedSite({ out: await aFinishedSite({ 'index.html': 'Front' }) });

    const answer = await ask(`${address}/nothing/`);

    expect([answer.status, await answer.text()]).toEqual([404, '404 Not Found\n']);
  });

  test('says nothing of a file that was changed by hand, and serves the others', async () => {
    const out = await aFinishedSite();
    writeFileSync(join(out, 'about/index.html'), 'Abort');
    const { address } = await aServedSite({ out });

    const changed = await ask(`${address}/about/`);

    expect([changed.status, changed.headers.get('retry-after')]).toEqual([503, '1']);
    expect((await ask(`${address}/`)).status).toBe(200);
  });
});

describe('A page that a reader has already', () => {
  test.each([
    ['its tag', (tag: string) => tag],
    ['its tag among others', (tag: string) => `"other", W/${tag}`],
    ['an asterisk', () => '*'],
  ])('is not sent again: %s', async (_what, list) => {
    const { address } = await aServedSite();
    const { headers: first } = await ask(address);

    const again = await ask(address, { 'if-none-match': list(first.get('etag') ?? '') });

    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    for (const name of ['etag', 'cache-control', 'vary', 'content-security-policy', 'cross-origin-resource-policy']) {
      expect(again.headers.get(name)).toBe(first.get(name));
    }
  });

  test('is sent again where the tag is of something else', async () => {
    const { address } = await aServedSite();

    expect((await ask(address, { 'if-none-match': '"other"' })).status).toBe(200);
  });

  test('has a strong tag of its own for each encoding', async () => {
    const { address } = await aServedSite();
    const tagOf = async (accepted: string) => (await ask(address, { 'accept-encoding': accepted })).headers.get('etag');

    const tags = [await tagOf('br'), await tagOf('gzip'), await tagOf('identity')];

    expect(new Set(tags).size).toBe(3);
    for (const tag of tags) expect(tag).toMatch(/^"[\w-]{22}"$/);
    expect((await ask(address, { 'accept-encoding': 'br', 'if-none-match': tags[1] ?? '' })).status).toBe(200);
  });

  test('is not there for somebody else: what is not found has no tag, and is always sent', async () => {
    const { address } = await aServedSite();

    const { status, headers } = await ask(`${address}/nothing/`, { 'if-none-match': '*' });

    expect([status, headers.get('etag')]).toEqual([404, null]);
  });

  test('is not asked for under a condition that does not hold', async () => {
    const { address } = await aServedSite();

    expect((await ask(address, { 'if-match': '"other"' })).status).toBe(412);
    expect((await ask(address, { 'if-match': '*' })).status).toBe(200);
  });
});

describe('A part of a file', () => {
  test.each([
    ['bytes=0-2', 'The', `bytes 0-2/${frontPage.length}`],
    ['bytes=4-8', 'front', `bytes 4-8/${frontPage.length}`],
    ['bytes=-4', 'in. ', `bytes ${frontPage.length - 4}-${frontPage.length - 1}/${frontPage.length}`],
  ])('is sent: %s', async (range, text, given) => {
    const { address } = await aServedSite();

    const answer = await ask(address, { range });

    expect([answer.status, answer.headers.get('content-range')]).toEqual([206, given]);
    expect(answer.headers.get('content-length')).toBe(String(text.length));
    expect(await answer.text()).toBe(text);
  });

  test('is sent of a file that is too large to be kept', async () => {
    const large = Buffer.alloc(3_000_000, 'abcdefghij');
    const { address } = await aServedSite({ out: await aFinishedSite({ 'large.png': large }) });

    const part = await ask(`${address}/large.png`, { range: 'bytes=2999995-' });

    expect([part.status, await part.text()]).toEqual([206, 'fghij']);
    expect(digest(Buffer.from(await (await ask(`${address}/large.png`)).arrayBuffer()))).toBe(digest(large));
  });

  test('is sent while the file is the one that was begun, and else the whole', async () => {
    const { address } = await aServedSite();
    const tag = (await ask(address)).headers.get('etag') ?? '';
    const statusFor = async (value: string) => (await ask(address, { range: 'bytes=0-2', 'if-range': value })).status;

    expect(await statusFor(tag)).toBe(206);
    expect(await statusFor(`W/${tag}`)).toBe(200);
    expect(await statusFor('"other"')).toBe(200);
    expect(await statusFor('Sun, 22 Nov 2026 09:00:00 GMT')).toBe(200);
  });

  test('that there is not is refused with the size', async () => {
    const { address } = await aServedSite();

    const answer = await ask(address, { range: 'bytes=99999-' });

    expect([answer.status, answer.headers.get('content-range')]).toEqual([416, `bytes */${frontPage.length}`]);
  });

  test.each(['bytes=0-1,4-5', 'lines=1-2', 'bytes=5-1'])('is the whole where it is %s', async (range) => {
    const { address } = await aServedSite();

    expect((await ask(address, { range })).status).toBe(200);
  });
});

describe('HEAD', () => {
  test.each(['/', '/about', '/nothing/', '/healthz'])('gives the headers of GET and no body: %s', async (path) => {
    const { address } = await aServedSite();
    const ofTheConnection = ['connection', 'date', 'keep-alive'];
    const without = ({ headers }: Response) =>
      Object.fromEntries([...headers].filter(([name]) => !ofTheConnection.includes(name)));

    const head = await ask(address + path, {}, 'HEAD');

    expect(without(head)).toEqual(without(await ask(address + path)));
    expect(await head.text()).toBe('');
  });

  test('does not ask for a part', async () => {
    const { address } = await aServedSite();

    expect((await ask(address, { range: 'bytes=0-1' }, 'HEAD')).status).toBe(200);
  });
});

describe('A compressed sibling', () => {
  test.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['br;q=0.1, gzip', 'gzip', gunzipSync],
    ['identity', undefined, (bytes: Buffer) => bytes],
  ])('is sent to whoever takes it: %s', async (accepted, sent, decode) => {
    const { address } = await aServedSite();

    for (const [path, text] of [
      ['/', frontPage],
      ['/nothing/', aFewFiles['404.html']],
    ] as const) {
      const { headers, text: answer } = await rawly(`${address}${path}`, `Accept-Encoding: ${accepted}`);
      const body = Buffer.from(answer.slice(answer.indexOf('\r\n\r\n') + 4), 'latin1');

      expect(decode(body).toString()).toBe(text);
      expect(headers).toMatchObject({ vary: 'Accept-Encoding', 'content-length': String(body.byteLength) });
      expect(headers['content-encoding']).toBe(sent);
    }
  });

  test('is not announced where there is none', async () => {
    const { address } = await aServedSite();

    const { headers } = await ask(`${address}/icon.svg`, { 'accept-encoding': 'br' });

    expect([headers.get('vary'), headers.get('content-encoding')]).toEqual([null, null]);
  });
});

describe('The headers of an answer', () => {
  const common = {
    'content-security-policy': "frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'cross-origin-opener-policy': 'same-origin',
  };

  test.each([
    ['/', 200, 'no-cache', 'same-origin'],
    ['/about', 301, 'no-cache', 'same-origin'],
    ['/nothing.png', 404, 'no-cache', 'same-origin'],
    ['/icon.svg?1', 200, 'no-cache', 'cross-origin'],
    ['/%00', 400, 'no-store', 'same-origin'],
    ['/pictures/storm/pier-1a2b-480.avif', 200, 'public, max-age=31536000, immutable', 'cross-origin'],
    ['/pictures/storm/pier-1a2b-960.avif', 404, 'no-cache', 'same-origin'],
  ])('keep the reader of %s safe', async (path, status, cacheControl, resourcePolicy) => {
    const out = await aFinishedSite({ ...aFewFiles, 'pictures/storm/pier-1a2b-480.avif': 'pixels' });
    const { address } = await aServedSite({ out });

    const answer = await ask(address + path);

    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      ...common,
      'cache-control': cacheControl,
      'cross-origin-resource-policy': resourcePolicy,
    });
    expect(answer.headers.has('strict-transport-security')).toBe(false);
  });

  test('tell browsers to stay with TLS where there is TLS in front, also in a refusal', async () => {
    const { address } = await aServedSite({ tls: true });

    expect((await ask(address)).headers.get('strict-transport-security')).toBe('max-age=63072000');
    const refused = await rawRequest(address, 'nonsense\r\n\r\n');
    expect(refused.headers).toMatchObject({ ...common, 'strict-transport-security': 'max-age=63072000' });
  });
});

describe('A site that is built again', () => {
  test('is served as it is then, by the same server', async () => {
    const out = await aFinishedSite();
    const editions = builtEditions(out, () => {});
    const { address } = await aServedSite({ editions });
    const tag = (await ask(`${address}/about/`)).headers.get('etag') ?? '';

    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us', 'new/index.html': 'New' });
    editions.look();

    const again = await ask(`${address}/about/`, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([200, 'About us']);
    expect((await ask(`${address}/new/`)).status).toBe(200);
  });

  test('is followed also where the build cache was deleted in between', async () => {
    const out = await aFinishedSite();
    const editions = builtEditions(out, () => {});
    const { address } = await aServedSite({ editions });

    for (const end of ['', '.press']) rmSync(out + end, { recursive: true });
    editions.look();
    await finishSite(out, { ...aFewFiles, 'about/index.html': 'About us' });
    editions.look();

    expect(await (await ask(`${address}/about/`)).text()).toBe('About us');
  });
});

describe('A server that is to stop', () => {
  test('lets an answer under way come to its end, closes idle connections and takes no new ones', async () => {
    const large = Buffer.alloc(20_000_000, 'abcdefghij');
    const out = await aFinishedSite({ ...aFewFiles, 'large.png': large });
    const { address, close } = await serve({ editions: builtEditions(out, () => {}), host: '127.0.0.1', port: 0 });
    const { hostname, port } = new URL(address);
    const idle = connect(Number(port), hostname);
    await once(idle, 'connect');
    const underWay = connect(Number(port), hostname);
    underWay.write('GET /large.png HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(underWay, 'readable');

    const closed = close();
    const chunks: Buffer[] = [];
    underWay.on('data', (chunk: Buffer) => chunks.push(chunk));
    await Promise.all([closed, once(underWay, 'close'), once(idle, 'close')]);

    const answer = Buffer.concat(chunks);
    expect(digest(answer.subarray(answer.indexOf('\r\n\r\n') + 4))).toBe(digest(large));
    await expect(fetch(address)).rejects.toThrow();
  });

  test('does not wait for ever for whoever does not read', async () => {
    const out = await aFinishedSite({ 'large.png': Buffer.alloc(20_000_000) });
    const editions = builtEditions(out, () => {});
    const { address, close } = await serve({ editions, host: '127.0.0.1', port: 0, patience: { stop: 100 } });
    const { hostname, port } = new URL(address);
    const reader = connect(Number(port), hostname);
    reader.on('error', () => {});
    reader.write('GET /large.png HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(reader, 'readable');

    await close();
    reader.destroy();
  });
});

describe('The access log', () => {
  test('has a line for each request: when, status, bytes, time, and what was asked for', async () => {
    const lines: string[] = [];
    const { address } = await aServedSite({ log: (line) => lines.push(line) });

    await (await ask(`${address}/about/?"a"`)).text();
    await ask(`${address}/about/`, { 'if-none-match': '*' });
    await ask(`${address}/nothing/`, {}, 'HEAD');
    await expect.poll(() => lines.length).toBe(3);

    const time = /^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z /;
    for (const line of lines) expect(line).toMatch(time);
    expect(lines.map((line) => line.replace(time, '').replace(/[\d.]+ms/, '…'))).toEqual([
      '200 5 … GET "/about/?%22a%22"',
      '304 0 … GET "/about/"',
      '404 0 … HEAD "/nothing/"',
    ]);
  });
});

describe('Serving fails', () => {
  test('with the code of the system where the port is in use', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const address = server.address();
    const port = address !== null && typeof address === 'object' ? address.port : 0;

    await expect(aServedSite({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('where there is no finished site, and says what to do', () => {
    const out = join(aTemporaryFolder(), 'out');

    expect(() => builtEditions(out, () => {})).toThrow(
      `There is no finished site in ${out}/. Build it first: npm run build`,
    );
  });
});

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
