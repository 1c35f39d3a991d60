import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { bucketEditions } from '@/lib/deploy/bucket/bucket-editions.ts';
import { partKey, plantRelease, releaseBytes } from '@/lib/deploy/bucket/bucket-release.ts';
import { compareRelease } from '@/lib/deploy/bucket/compared-release.ts';
import { manifestReader } from '@/lib/deploy/bucket/manifest-reader.ts';
import type { ObjectStore } from '@/lib/deploy/bucket/object-store.ts';
import { changePointer } from '@/lib/deploy/bucket/pointer.ts';
import { uploader } from '@/lib/deploy/bucket/upload.ts';
import { outputCache } from '@/lib/press/outputs/output-cache.ts';
import { parseShare } from '@/lib/press/outputs/share.ts';
import type { PublicText } from '@/lib/publication/public-texts.ts';
import type { SiteFile } from '@/lib/serve/release-manifest.ts';

/** How many articles the sites have whose manifests are made; each has six files, and lists and feeds go with them. */
const sizes = [1000, 10_000, 100_000];

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');

function aFile(path: string, state: string): SiteFile {
  const of = (form: string) => ({ digest: digestOf(`${form} ${path} ${state}`), size: 20_000 });
  const isText = !path.endsWith('.png');
  return {
    ...of('plain'),
    type: 'text/html; charset=utf-8',
    immutable: false,
    encodings: isText ? { br: of('br'), gzip: of('gzip') } : {},
  };
}

/** The files of a site, and what an edit of one article changes of it: its own files, the lists and the feeds. */
function aSite(articles: number) {
  const files = new Map<string, SiteFile>();
  const texts: Record<string, PublicText> = {};
  const add = (path: string) => files.set(path, aFile(path, 'before'));
  for (let index = 0; index < articles; index += 1) {
    const slug = `a-headline-of-usual-length-${index}`;
    for (const name of [
      'index.html',
      'index.md',
      'article.json',
      'card.png',
      'versions/index.html',
      'versions/1/index.html',
    ])
      add(`articles/${slug}/${name}`);
    texts[slug] = { versions: [digestOf(slug)], pictures: {} };
    if (index % 20 === 0) add(`page/${index / 20 + 1}/index.html`);
  }
  const common = ['index.html', 'feed.xml', 'atom.xml', 'feed.json', 'sitemap.xml', 'news-sitemap.xml', 'llms.txt'];
  for (const path of common) add(path);
  const slug = `a-headline-of-usual-length-${Math.floor(articles / 2)}`;
  const edited = [...common, ...['index.html', 'index.md', 'article.json'].map((name) => `articles/${slug}/${name}`)];
  return { files, texts, edited };
}

/** A store in memory that counts its requests. */
function aStore(): ObjectStore & { asked: Record<string, number>; bytes: Record<string, number> } {
  const kept = new Map<string, { bytes: Buffer; tag: string }>();
  const asked: Record<string, number> = {};
  const bytes: Record<string, number> = {};
  const note = (method: string, count: number) => {
    asked[method] = (asked[method] ?? 0) + 1;
    bytes[method] = (bytes[method] ?? 0) + count;
  };
  return {
    address: 's3://news/site',
    asked,
    bytes,
    get: async (key) => {
      note('GET', kept.get(key)?.bytes.byteLength ?? 0);
      return kept.get(key);
    },
    size: async (key) => kept.get(key)?.bytes.byteLength,
    stream: async () => [] as unknown as AsyncIterable<Uint8Array>,
    put: async (key, content) => {
      note('PUT', content.byteLength);
      kept.set(key, { bytes: content, tag: digestOf(content.toString()) });
      return true;
    },
    list: async function* () {},
    remove: async () => {},
    close: () => {},
  };
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** The memory in use, without garbage. */
function memory(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

async function timed<Result>(work: () => Result | Promise<Result>): Promise<[Result, string]> {
  const began = performance.now();
  const result = await work();
  return [result, `${(performance.now() - began).toFixed(0)} ms`];
}

test('The work for an edit, a switch and a request does not grow with the site; that for planning does', async () => {
  const rows: Record<string, Record<string, string | number>> = {};
  for (const articles of sizes) {
    const start = memory();
    const { files, texts, edited } = aSite(articles);
    const url = 'https://news.example';
    const site = { url, redirects: {}, texts };
    const ofFiles = memory() - start;
    const [first, planning] = await timed(() => plantRelease(site, files, new Date(0)));
    const ofManifest = memory() - start - ofFiles;
    const store = aStore();
    const say = () => {};
    await uploader('', store, say).changed(first, new Map(), 0, undefined);
    const parts = { count: store.asked['PUT'] ?? 0, bytes: store.bytes['PUT'] ?? 0 };
    const release = { name: 'one', root: first.name, files: files.size };
    await changePointer(store, say, async (says) => ({ ...says, live: 'one', releases: [release] }));

    const next = new Map(files);
    for (const path of edited) next.set(path, aFile(path, 'after'));
    const [second, again] = await timed(() => plantRelease(site, next, new Date(1)));
    for (const key of Object.keys(store.asked)) store.asked[key] = 0;
    store.bytes['PUT'] = 0;
    const [before, comparing] = await timed(() => compareRelease(release, second, manifestReader(store, second)));
    const objects = [...before.added].filter(([path, file]) => before.files.get(path)?.digest !== file.digest);
    expect(objects.map(([path]) => path).sort()).toEqual(edited.toSorted());
    await uploader('', store, say).changed(second, new Map(), 0, before);
    const ofEdit = { get: store.asked['GET'] ?? 0, put: store.asked['PUT'] ?? 0, bytes: store.bytes['PUT'] ?? 0 };
    expect(ofEdit.get + ofEdit.put).toBeLessThan(40);
    const then = { name: 'two', root: second.name, files: next.size };
    const [, switching] = await timed(() =>
      changePointer(store, say, async (says) => ({ ...says, live: 'two', releases: [release, then] })),
    );

    const light = memory();
    const [editions, starting] = await timed(() => bucketEditions(store, say));
    const paths = [...files.keys()];
    const lookUps = 5000;
    store.asked['GET'] = 0;
    const [, resolving] = await timed(async () => {
      for (let count = 0; count < lookUps; count += 1) {
        const path = paths[(count * 7919) % paths.length] ?? '';
        const found = await editions.latest().lookUp?.(`/${path.replace(/index\.html$/, '')}`);
        if (!found?.files.has(path)) throw new Error(`${path} was not found`);
      }
    });
    const ofServer = memory() - light;
    expect(ofServer).toBeLessThan(400 * 1024 * 1024);

    const share = parseShare('1/7');
    const [shared, sharing] = await timed(() => paths.filter((path) => share?.(path)).length);
    const outputs = new Map<string, Uint8Array>();
    const place = {
      name: 'memory',
      get: async (path: string) => outputs.get(path),
      put: async (path: string, bytes: Uint8Array) => {
        outputs.set(path, bytes);
      },
    };
    const cache = outputCache([place], say);
    const page = new Map([['plain', Buffer.alloc(20_000, 'x')]]);
    for (let count = 0; count < 1000; count += 1) await cache.keep('file', `${count}`, page);
    const [, joining] = await timed(async () => {
      for (let count = 0; count < 1000; count += 1) await cache.take('file', `${count}`);
    });

    rows[articles] = {
      files: files.size,
      'files in memory': megabytes(ofFiles),
      'manifest in memory': megabytes(ofManifest),
      'planning a manifest': planning,
      'planning the next': again,
      'parts of a manifest': parts.count,
      'their bytes': megabytes(parts.bytes),
      'an edit: comparing': comparing,
      'an edit: parts read': ofEdit.get,
      'an edit: parts sent': ofEdit.put,
      'an edit: bytes of parts': megabytes(ofEdit.bytes),
      'an edit: objects': objects.length * 3,
      switching,
      'a server: start': starting,
      [`${lookUps} look-ups`]: resolving,
      'parts read for them': store.asked['GET'] ?? 0,
      'memory of a server': megabytes(ofServer),
      'a share of 7': `${shared} in ${sharing}`,
      'taking 1,000 outputs': joining,
    };
    expect(store.asked['GET']).toBeGreaterThan(0);
    expect((await store.get(partKey(first.name)))?.bytes).toEqual(releaseBytes(first.root));
  }
  console.table(rows);
});
