import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { aFinishedSite } from '../../support/a-finished-site.ts';
import { rawRequest } from '../../support/a-raw-request.ts';
import { aServedSite } from '../../support/a-served-site.ts';

const host = 'Host: news.example\r\n';

/** What every refusal has: the common headers, and the end of the connection. */
const refusal = { 'x-content-type-options': 'nosniff', connection: 'close' };

describe('Over a connection, the server refuses', () => {
  test.each([
    ['a folder above', 'GET /../secret.txt HTTP/1.1', 400],
    ['a folder above, encoded', 'GET /%2e%2e/secret.txt HTTP/1.1', 400],
    ['an encoded slash', 'GET /..%2fsecret.txt HTTP/1.1', 400],
    ['a backslash', 'GET /..\\secret.txt HTTP/1.1', 400],
    ['a null byte', 'GET /%00 HTTP/1.1', 400],
    ['a malformed encoding', 'GET /%E0%A4%A HTTP/1.1', 400],
    ['a long target', `GET /${'a'.repeat(9000)} HTTP/1.1`, 414],
    ['a target that is no path', 'GET about/ HTTP/1.1', 400],
    ['a version that there is not', 'GET / HTTP/3.0', 400],
    ['what is no request', 'nonsense', 400],
  ])('%s', async (_what, line, status) => {
    const { address } = await aServedSite();

    const answer = await rawRequest(address, `${line}\r\n${host}Connection: close\r\n\r\n`);

    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject(refusal);
    expect(answer.text).not.toContain('front page');
  });

  test('headers that are too long', async () => {
    const { address } = await aServedSite();

    const answer = await rawRequest(address, `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`);

    expect([answer.status, answer.headers]).toEqual([431, expect.objectContaining(refusal)]);
  });

  test('a request that names no host, and takes one of HTTP/1.0, which need not', async () => {
    const { address } = await aServedSite();

    expect(await rawRequest(address, 'GET / HTTP/1.1\r\n\r\n')).toMatchObject({ status: 400, headers: refusal });
    expect(await rawRequest(address, 'GET /about/ HTTP/1.0\r\n\r\n')).toMatchObject({ status: 200 });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'to do anything but answer: %s',
    async (method) => {
      const { address } = await aServedSite();

      const answer = await rawRequest(address, `${method} / HTTP/1.1\r\n${host}Connection: close\r\n\r\n`);

      expect([answer.status, answer.headers]).toEqual([
        405,
        expect.objectContaining({ ...refusal, allow: 'GET, HEAD' }),
      ]);
    },
  );

  test.each([
    ['OPTIONS * HTTP/1.1', 'in general'],
    ['CONNECT news.example:443 HTTP/1.1', 'as a tunnel'],
  ])('%s, to be used %s', async (line) => {
    const { address } = await aServedSite();

    const answer = await rawRequest(address, `${line}\r\n${host}Connection: close\r\n\r\n`);

    expect([answer.status, answer.headers]).toEqual([405, expect.objectContaining({ ...refusal, allow: 'GET, HEAD' })]);
  });

  test.each([
    ['GET', 'Content-Length: 5', 'hello', 413],
    ['GET', 'Transfer-Encoding: chunked', '5\r\nhello\r\n0\r\n\r\n', 413],
    ['POST', 'Content-Length: 5', 'hello', 405],
    ['POST', 'Content-Length: 1000000000\r\nExpect: 100-continue', '', 405],
    ['GET', 'Content-Length: 1000000000', '', 413],
    ['GET', 'Content-Length: 5\r\nContent-Length: 6', 'hello', 400],
    ['GET', 'Content-Length: 5\r\nTransfer-Encoding: chunked', 'hello', 400],
  ])('a body, without waiting for it: %s with %s', async (method, header, body, status) => {
    const { address } = await aServedSite();

    const answer = await rawRequest(address, `${method} /about/ HTTP/1.1\r\n${host}${header}\r\n\r\n${body}`);

    expect([answer.status, answer.headers]).toEqual([status, expect.objectContaining(refusal)]);
  });

  test('headers that come too slowly', async () => {
    const { address } = await aServedSite({ patience: { headers: 100, request: 200 } });

    const answer = await rawRequest(address, 'GET / HTTP/1.1\r\n', host, 'X: a', 60, 'b', 60, 'c', 60, 'd');

    expect([answer.status, answer.headers]).toEqual([408, expect.objectContaining(refusal)]);
  });

  test('to wait for a request that never comes', async () => {
    const { address } = await aServedSite({ patience: { silence: 100 } });

    expect((await rawRequest(address, 'GET')).status).toBe(0);
  });

  test('to wait for a reader that does not read', async () => {
    const lines: string[] = [];
    const out = await aFinishedSite({ 'large.png': Buffer.alloc(20_000_000) });
    const { address } = await aServedSite({ out, patience: { silence: 100 }, log: (line) => lines.push(line) });
    const { hostname, port } = new URL(address);
    const reader = connect(Number(port), hostname);
    reader.on('error', () => {});

    reader.write(`GET /large.png HTTP/1.1\r\n${host}\r\n`);

    await expect.poll(() => lines, { timeout: 20_000 }).toEqual([expect.stringContaining(' cut ')]);
    reader.destroy();
  });
});

describe('Over a connection, the server takes', () => {
  test('the absolute form of a target, whatever host it names', async () => {
    const { address } = await aServedSite();

    const answer = await rawRequest(
      address,
      `GET http://elsewhere.example/about/ HTTP/1.1\r\n${host}Connection: close\r\n\r\n`,
    );

    expect([answer.status, answer.text.endsWith('\r\n\r\nAbout')]).toEqual([200, true]);
  });

  test('several requests one after the other', async () => {
    const { address } = await aServedSite();
    const about = `GET /about/ HTTP/1.1\r\n${host}`;

    const { text } = await rawRequest(address, `${about}\r\n${about}\r\n${about}Connection: close\r\n\r\n`);

    expect(text.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  });

  test('the next request over the same connection for longer than a balancer keeps it', async () => {
    const { address } = await aServedSite({ patience: { silence: 300 } });

    const { headers } = await rawRequest(address, `GET /about/ HTTP/1.1\r\n${host}\r\n`, 600, `GET / HTTP/1.0\r\n\r\n`);

    expect(headers['keep-alive']).toBe('timeout=65');
  });

  test('the offer of another protocol as a question for this one', async () => {
    const { address } = await aServedSite();
    const upgrade = `GET /about/ HTTP/1.1\r\n${host}Connection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`;

    expect((await rawRequest(address, upgrade)).status).toBe(200);
  });
});
