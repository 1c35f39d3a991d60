import { chmodSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { releasedEditions } from '@/lib/deploy/released-editions.ts';
import { aFewFiles, aFinishedSite, longText } from '../support/a-finished-site.ts';
import { ask } from '../support/a-load.ts';
import { aNginx } from '../support/a-nginx.ts';
import { rawRequest } from '../support/a-raw-request.ts';
import { digestOf } from '../support/a-release-folder.ts';
import { aServedSite } from '../support/a-served-site.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const files = {
  ...aFewFiles,
  'feed.xml': `<rss>${longText}</rss>`,
  'topics/iraq/atom.xml': `<feed>${longText}</feed>`,
  'feed.json': '{}',
  'articles/أ/index.html': `An article. ${longText}`,
  'articles/one/index.md': '# One',
  'articles/one/index.html': 'One',
  'pictures/a/b-1a2b-480.avif': 'pixels',
  'search/2026-0a1b2c3d4e5f6071/pagefind.js': `// ${longText}`,
  'search/2026-0a1b2c3d4e5f6071/en.pf_meta': 'index',
  'ar/index.html': `الصفحة الأولى ${longText}`,
  'ar/404.html': `لا شيء هنا ${longText}`,
};

/** Headers that are the server's own business. */
const own = [
  'accept-ranges',
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'last-modified',
  'server',
  'transfer-encoding',
];

/** One site, served by nginx with the generated configuration and by `npm start`, in the same folder of releases. */
async function bothServers(url: string, tls = false) {
  const redirects = { '/articles/old/': '/articles/one/', '/articles/قديم/': '/articles/أ/' };
  const root = aTemporaryFolder();
  await deploy(await aFinishedSite(files, { url, redirects }), root, new Date(), () => {});
  const { address } = await aServedSite({ editions: releasedEditions(root, () => {}), tls });
  const languages = ['ar/'];
  const nginx = await aNginx({ url, redirects, languages, folder: join(root, 'current/site'), tls });
  return { ours: new URL(address).origin, theirs: nginx.address };
}

/** An answer as far as it must be the same: the words that go with a redirect or a refusal are the server's own. */
async function answer(address: string, headers: Record<string, string>, method: string) {
  const { status, headers: given, body } = await ask(address, headers, undefined, method);
  const isOfTheSite = status === 200 || status === 206 || status === 404;
  const compared = Object.entries(given).filter(
    ([name]) => !own.includes(name) && (isOfTheSite || !['content-type', 'cache-control', 'vary'].includes(name)),
  );
  return { status, headers: Object.fromEntries(compared), body: isOfTheSite ? digestOf(body) : '' };
}

describe.each([
  ['at the root of its host', 'https://news.example', ''],
  ['under a path', 'https://example.org/daily/%D8%A3', '/daily/%D8%A3'],
])('A site %s', (_where, url, base) => {
  test('gets from nginx, with the generated configuration, the answers of npm start', async () => {
    const { ours, theirs } = await bothServers(url, base !== '');
    const paths = [
      '/',
      '/?a=b',
      '/about/',
      '/about',
      '/about?a=b',
      '/about/index.html',
      '/index.html?a',
      '/articles/%D8%A3/',
      '/articles/%D8%A3',
      '/articles/old/',
      '/articles/old',
      '/articles/old/?a=b',
      '/articles/%D9%82%D8%AF%D9%8A%D9%85/',
      '/articles/one/index.md',
      '/icon.svg',
      '/feed.xml',
      '/topics/iraq/atom.xml',
      '/feed.json',
      '/404.html',
      '/pictures/a/b-1a2b-480.avif',
      '/pictures/a/none.avif',
      '/pictures/',
      '/search/2026-0a1b2c3d4e5f6071/pagefind.js',
      '/search/2026-0a1b2c3d4e5f6071/en.pf_meta',
      '/nothing',
      '/nothing/',
      '/index.html.br',
      '/index.html.gz',
      '/manifest.json',
      '/about/index.html/',
      '/ar/',
      '/ar',
      '/ar/404.html',
      '/ar/nothing',
      '/ar/nothing/',
      '/ar/articles/',
      '/ar/topics/none/atom.xml',
      '/ar/index.html.br',
      '/area/',
    ];
    for (const path of paths) {
      for (const headers of [{ 'accept-encoding': 'gzip, br' }, { 'accept-encoding': 'gzip' }, {}]) {
        for (const method of ['GET', 'HEAD']) {
          const expected = { path, ...(await answer(ours + base + path, headers, method)) };
          expect({ path, ...(await answer(theirs + base + path, headers, method)) }).toEqual(expected);
        }
      }
    }
  });

  test('gets from nginx what was not changed and parts of files as such', async () => {
    const { theirs } = await bothServers(url);
    const page = `${theirs}${base}/`;
    const first = await ask(page, { 'accept-encoding': 'br' });
    const tag = first.headers.etag ?? '';

    const again = await ask(page, { 'accept-encoding': 'br', 'if-none-match': tag });
    expect([again.status, again.headers['cache-control'], again.headers['x-content-type-options']]).toEqual([
      304,
      'no-cache',
      'nosniff',
    ]);
    expect((await ask(page, { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200);
    expect((await ask(`${theirs}${base}/icon.svg`, { range: 'bytes=1-3' })).body.toString()).toBe('svg');
    expect((await ask(`${theirs}${base}/icon.svg`, { range: 'bytes=99-' })).status).toBe(416);
  });
});

describe('/healthz of nginx', () => {
  test.each(['', '/daily/%D8%A3'])(
    'answers 200 while it can read the site, and 503 while it cannot: %s',
    async (path) => {
      const url = `https://news.example${path}`;
      const root = aTemporaryFolder();
      await deploy(await aFinishedSite(files, { url }), root, new Date(), () => {});
      const { address } = await aNginx({ url, folder: join(root, 'current/site') });
      const index = join(root, 'current/site', decodeURI(path), 'index.html');
      const health = async (method = 'GET') => {
        const { status, headers, body } = await ask(`${address}/healthz`, {}, undefined, method);
        return { status, type: headers['content-type'], text: body.toString() };
      };
      const unwell = { status: 503, type: 'text/plain; charset=utf-8', text: 'The site cannot be read.\n' };

      expect(await health()).toEqual({ status: 200, type: 'text/html; charset=utf-8', text: aFewFiles['index.html'] });
      expect(await health('HEAD')).toMatchObject({ status: 200 });
      for (const path of [index, join(index, '..')]) {
        const { mode } = statSync(path);
        chmodSync(path, 0);
        expect(await health()).toEqual(unwell);
        chmodSync(path, mode);
      }
      expect(await health()).toMatchObject({ status: 200 });
      rmSync(join(root, 'current'));
      expect(await health()).toEqual(unwell);
      expect(await health('HEAD')).toMatchObject({ status: 503 });
    },
  );
});

test.each([
  ['POST / HTTP/1.1', 405],
  ['DELETE / HTTP/1.1', 405],
  ['GET /../manifest.json HTTP/1.1', 400],
  ['GET /..%2fmanifest.json HTTP/1.1', 400],
  ['GET /%2e%2e/manifest.json HTTP/1.1', 400],
  ['GET //elsewhere.example/index.html HTTP/1.1', 404],
  ['GET /\\elsewhere.example/index.html HTTP/1.1', 404],
])('nginx refuses what leads nowhere, with the common headers: %s', async (line, status) => {
  const { theirs } = await bothServers('https://news.example');

  const { status: given, headers } = await rawRequest(theirs, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`);

  expect(given).toBe(status);
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
  });
  expect(headers['location']).toBeUndefined();
  if (status === 405) expect(headers['allow']).toBe('GET, HEAD');
});

test('nginx serves a folder whose name has quotation marks, spaces and signs of its language', async () => {
  const parent = aTemporaryFolder();
  // The workers of nginx have fewer rights than root.
  chmodSync(parent, 0o777);
  const root = join(parent, 'a "b" \\c; {d} #e');
  const url = 'https://news.example/d.a-i_l~y';
  await deploy(await aFinishedSite(files, { url }), root, new Date(), () => {});
  const { address } = await aNginx({ url, folder: join(root, 'current/site') });

  expect((await ask(`${address}/d.a-i_l~y/about/`, {})).status).toBe(200);
});

test('nginx and npm start let the window of the desk answer it, and that of no other page', async () => {
  const root = aTemporaryFolder();
  const out = await aFinishedSite({ ...files, 'admin/index.html': `The desk. ${longText}` });
  await deploy(out, root, new Date(), () => {});
  const { address } = await aServedSite({ editions: releasedEditions(root, () => {}) });
  const nginx = await aNginx({ folder: join(root, 'current/site'), desk: true });
  const openers = async (path: string) =>
    Promise.all(
      [new URL(address).origin, nginx.address].map(async (origin) =>
        (await fetch(origin + path)).headers.get('cross-origin-opener-policy'),
      ),
    );
  expect(await openers('/admin/')).toEqual(Array(2).fill('unsafe-none'));
  expect(await openers('/')).toEqual(Array(2).fill('same-origin'));
});
