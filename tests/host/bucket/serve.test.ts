import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { bucketEditions } from '@/lib/deploy/bucket/bucket-editions.ts';
import { deploy } from '@/lib/deploy/deploy.ts';
import { releasedEditions } from '@/lib/deploy/released-editions.ts';
import { aBucket, type Bucket, storeIn, whatIsLiveIn } from '../../support/a-bucket.ts';
import { aFewFiles, aFinishedSite, finishSite, longText } from '../../support/a-finished-site.ts';
import { ask } from '../../support/a-load.ts';
import { startServerIn } from '../../support/a-process.ts';
import { rawRequest } from '../../support/a-raw-request.ts';
import { aServedSite } from '../../support/a-served-site.ts';
import { callCommand } from '../../support/run-command.ts';
import { longTest, runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const deployTo = (bucket: Bucket, ...args: string[]) => callCommand('deploy', [bucket.root, ...args], bucket.env);

const files = {
  ...aFewFiles,
  'feed.xml': `<rss>${longText}</rss>`,
  'ar/404.html': `لا شيء هنا. ${longText}`,
  'ar/index.html': 'الأخبار',
  'articles/أ/index.html': `An article. ${longText}`,
  'articles/one/index.html': 'One',
  'articles/one/index.md': '# One',
  'articles/one/card.png': Buffer.alloc(700_000, 'card'),
  'empty.txt': '',
  'pictures/a/b-1a2b-480.avif': 'pixels',
  'search/2026-0a1b2c3d4e5f6071/pagefind.js': `// ${longText}`,
  // Enough for a manifest of several parts.
  ...Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`topics/t${index}/index.html`, `Topic ${index}`])),
};

/** One site, served from a bucket and from a folder. */
async function bothServers(url: string) {
  const bucket = await aBucket();
  const redirects = { '/articles/old/': '/articles/one/', '/articles/قديم/': '/articles/أ/', '/x.php': '/about/?a=b' };
  const out = await aFinishedSite(files, { url, redirects });
  const root = aTemporaryFolder();
  await deploy(out, root, new Date(), () => {});
  await deployTo(bucket, '--out', out);
  const [ofFolder, ofBucket] = [
    await aServedSite({ editions: releasedEditions(root, () => {}) }),
    await aServedSite({ editions: await bucketEditions(await storeIn(bucket), () => {}) }),
  ];
  return { bucket, out, folder: new URL(ofFolder.address).origin, address: new URL(ofBucket.address).origin };
}

async function answer(address: string, headers: Record<string, string>, method: string) {
  const { status, headers: all, body } = await ask(address, headers, undefined, method);
  const { date: _, ...given } = all;
  return { status, headers: given, body };
}

/** What a browser or a machine may ask for beside the address. */
const kinds: Record<string, string>[] = [
  { 'accept-encoding': 'gzip, br' },
  { 'accept-encoding': 'gzip' },
  {},
  { range: 'bytes=1-3' },
  { range: 'bytes=300000-400000' },
  { range: 'bytes=-2' },
  { range: 'bytes=999999999-' },
  { 'if-none-match': '*' },
  { 'if-match': '"x"' },
];

/** Addresses with an answer each of its own sort: every header is sent to these. */
const oneOfEachSort = ['/', '/about', '/articles/one/card.png', '/empty.txt', '/nothing/'];

const moreAddresses = [
  ...['/?a=b', '/about/', '/about?a=b', '/about/index.html', '/index.html?a', '/articles/%D8%A3/', '/articles/old/'],
  ...['/articles/old', '/articles/old/?a=b', '/articles/%D9%82%D8%AF%D9%8A%D9%85/', '/x.php?c=d', '/nothing'],
  ...['/articles/one/index.md', '/icon.svg', '/feed.xml', '/404.html', '/pictures/a/b-1a2b-480.avif', '/pictures/'],
  ...['/search/2026-0a1b2c3d4e5f6071/pagefind.js', '/ar/', '/ar/nothing/', '/index.html.br', '/current.json'],
  ...['/about/index.html/', '/topics/t7/', '/topics/t77'],
];

const places = [
  ['at the root of its host', 'https://news.example', ''],
  ['under a path', 'https://example.org/daily/%D8%A3', '/daily/%D8%A3'],
] as const;

describe.each(places.slice(0, runs(1)))('npm start on a bucket, a site %s', (_where, url, base) => {
  test('gives every answer that it gives on a folder', async () => {
    const { folder, address } = await bothServers(url);
    // On each change, the other addresses are asked for as a browser does.
    const [asBrowser, ...others] = kinds;
    const requests = [
      ...oneOfEachSort.flatMap((path) => kinds.map((headers) => ({ path, headers }))),
      ...moreAddresses.flatMap((path) =>
        [asBrowser, ...(runs(1) > 1 ? others : [])].map((headers) => ({ path, headers: headers ?? {} })),
      ),
    ];
    for (const { path, headers } of requests) {
      for (const method of ['GET', 'HEAD']) {
        const expected = { path, ...(await answer(folder + base + path, headers, method)) };
        expect({ path, ...(await answer(address + base + path, headers, method)) }).toEqual(expected);
      }
    }
    const tag = (await ask(`${address}${base}/`, { 'accept-encoding': 'br' })).headers.etag ?? '';
    expect((await ask(`${address}${base}/`, { 'accept-encoding': 'br', 'if-none-match': tag })).status).toBe(304);
    for (const line of ['POST / HTTP/1.1', 'GET /..%2fcurrent.json HTTP/1.1', 'GET //x.example/index.html HTTP/1.1']) {
      const both = await Promise.all(
        [folder, address].map((one) => rawRequest(one, `${line}\r\nHost: x\r\nConnection: close\r\n\r\n`)),
      );
      expect(both[1]?.status).toBe(both[0]?.status);
    }
  });
});

describe('npm start on a bucket', () => {
  test('follows a deploy and a rollback within a second, also after a time without requests', async () => {
    const { bucket, out, address } = await bothServers('https://news.example');
    const about = async () => (await fetch(`${address}/about/`)).text();
    expect(await about()).toBe('About');
    await finishSite(out, { ...files, 'about/index.html': 'About us' }, { url: 'https://news.example' });
    await deployTo(bucket, '--out', out);
    await setTimeout(1000);
    expect(await about()).toBe('About us');
    const { name } = await whatIsLiveIn(bucket);
    expect(await (await fetch(`${address}/healthz`)).text()).toBe(`ok ${name}\n`);
    await deployTo(bucket, '--rollback');
    await setTimeout(1000);
    expect(await about()).toBe('About');
  });

  longTest('keeps serving what it has in memory while the store is away, says so, and is back with it', async () => {
    const bucket = await aBucket();
    const said: string[] = [];
    await deployTo(bucket, '--out', await aFinishedSite(files));
    const store = await storeIn(bucket, { tries: 1 });
    const { address } = await aServedSite({
      editions: await bucketEditions(store, (line) => said.push(line)),
      say: (line) => said.push(line),
    });
    expect(await (await fetch(`${address}/about/`)).text()).toBe('About');
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await bucket.stop();
    await setTimeout(600);

    expect(await (await fetch(`${address}/about/`)).text()).toBe('About');
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    const away = await fetch(`${address}/topics/t7/`);
    expect([away.status, away.headers.get('retry-after'), away.headers.get('x-content-type-options')]).toEqual([
      503,
      '1',
      'nosniff',
    ]);
    expect(said.join('\n')).toContain(
      'Checking for a newer site failed: The object store of s3://news/site cannot be reached.',
    );

    await bucket.start();
    expect(await (await fetch(`${address}/topics/t7/`)).text()).toBe('Topic 7');
  });

  longTest('sends no wrong bytes, and no half picture as a whole one', async () => {
    const bucket = await aBucket();
    await deployTo(bucket, '--out', await aFinishedSite(files));
    const { address } = await aServedSite({
      editions: await bucketEditions(await storeIn(bucket, { tries: 1 }), () => {}),
      say: () => {},
    });
    bucket.faults.next = ({ key }) => (key.includes('/objects/') ? 'wrong bytes' : undefined);
    expect((await fetch(`${address}/about/`)).status).toBe(503);
    bucket.faults.next = ({ key }) => (key.includes('/objects/') ? 'cut in between' : undefined);
    await expect(fetch(`${address}/articles/one/card.png`).then((answer) => answer.arrayBuffer())).rejects.toThrow();
    bucket.faults.next = () => undefined;
    expect((await (await fetch(`${address}/articles/one/card.png`)).arrayBuffer()).byteLength).toBe(700_000);
  });

  test('is started by its command, and says when there is nothing to serve', async () => {
    const bucket = await aBucket();
    const nothing = await callCommand('start', ['--root', bucket.root], { ...bucket.env, PORT: '0' });
    expect([nothing.status, nothing.stderr]).toEqual([
      1,
      'There is no release in s3://news/site. Deploy the site there first: npm run deploy -- s3://news/site\n',
    ]);
    await deployTo(bucket, '--out', await aFinishedSite());
    const { address } = await startServerIn(bucket.env, '--root', bucket.root);
    expect(await (await fetch(`${address}/about/`)).text()).toBe('About');
  });
});
