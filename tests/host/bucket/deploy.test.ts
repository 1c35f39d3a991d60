import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aBucket, type Bucket, keysIn, objectIn, whatIsLiveIn } from '../../support/a-bucket.ts';
import { aFewFiles, aFinishedSite, finishSite, longText } from '../../support/a-finished-site.ts';
import { callCommand } from '../../support/run-command.ts';

const deployTo = (bucket: Bucket, ...args: string[]) => callCommand('deploy', [bucket.root, ...args], bucket.env);

/** The requests of some work, by method and what they are for. */
async function requestsOf(bucket: Bucket, work: () => Promise<unknown>): Promise<Record<string, number>> {
  bucket.asked.length = 0;
  await work();
  const kinds = bucket.asked.map(({ method, key }) => `${method} ${key.split('/')[1] ?? 'list'}`);
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

describe('A deploy to a bucket', () => {
  test('uploads each file and each encoding once, with its headers, and switches with the last request', async () => {
    const bucket = await aBucket();
    const files = {
      ...aFewFiles,
      'copy/index.html': aFewFiles['about/index.html'] ?? '',
      'feed.xml': `<rss>${longText}`,
    };
    const out = await aFinishedSite(files, { url: 'https://news.example/daily', redirects: { '/old/': '/about/' } });

    const { status, stdout, stderr } = await deployTo(bucket, '--out', out);

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /^\d{8}T\d{9}Z-[0-9a-f]{12} is live in s3:\/\/news\/site: 11 objects uploaded, 4 parts of the manifest\n$/,
    );
    expect(bucket.asked.at(-1)).toEqual({ method: 'PUT', key: 'site/current.json' });
    const { wrong, files: live } = await whatIsLiveIn(bucket);
    expect(wrong).toEqual([]);
    expect(Object.keys(live).sort()).toEqual(Object.keys(files).sort());
    const feed = live['feed.xml'];
    expect(feed).toMatchObject({ type: 'application/rss+xml; charset=utf-8', immutable: false });
    const { headers } = await objectIn(bucket, `objects/${feed?.encodings.br?.digest}`);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/rss+xml; charset=utf-8',
      'content-encoding': 'br',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect((await objectIn(bucket, `objects/${feed?.digest}`)).headers.get('content-encoding')).toBeNull();
    const pointer = await objectIn(bucket, 'current.json');
    expect(pointer.headers.get('cache-control')).toBe('no-cache');
    const root = await objectIn(bucket, `manifests/${JSON.parse(pointer.bytes.toString()).releases[0].root}`);
    expect(JSON.parse(root.bytes.toString())).toMatchObject({
      url: 'https://news.example/daily',
      headers: { 'x-content-type-options': 'nosniff' },
      files: { count: 6 },
      redirects: { count: 1 },
    });
  });

  test('of an edit sends what it changes, the parts of the manifest that name that, and the pointer', async () => {
    const bucket = await aBucket();
    const articles = Object.fromEntries(
      Array.from({ length: 90 }, (_, index) => [`articles/a${index}/index.html`, `Article ${index}`]),
    );
    const out = await aFinishedSite({ ...aFewFiles, ...articles });
    await deployTo(bucket, '--out', out);
    await finishSite(out, { ...aFewFiles, ...articles, 'articles/a7/index.html': 'Another text' });

    const asked = await requestsOf(bucket, () => deployTo(bucket, '--out', out));

    // The leaf, what is above it, and the root.
    expect(asked).toEqual({
      'GET current.json': 1,
      'GET manifests': 3,
      'PUT conditions.txt': 1,
      'PUT objects': 1,
      'PUT manifests': 3,
      'PUT current.json': 1,
    });
    expect((await whatIsLiveIn(bucket)).wrong).toEqual([]);
  });

  test('of a site that is live already switches nothing, and uploads what somebody has deleted', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite();
    await deployTo(bucket, '--out', out);
    const { name, files } = await whatIsLiveIn(bucket);
    const { stdout } = await deployTo(bucket, '--out', out);
    expect(stdout).toBe(`This site is already live in s3://news/site: ${name}\n`);
    const key = `objects/${files['icon.svg']?.digest}`;
    for (const file of readdirSync(join(bucket.directory, 'news/site/objects')))
      if (key.endsWith(file.split('.')[0] ?? '')) rmSync(join(bucket.directory, 'news/site/objects', file));
    expect((await whatIsLiveIn(bucket)).wrong).toEqual([key]);

    const asked = await requestsOf(bucket, () => deployTo(bucket, '--out', out));

    expect(asked).toMatchObject({ 'PUT objects': 1 });
    expect(asked).not.toHaveProperty('PUT current.json');
    expect(await whatIsLiveIn(bucket)).toMatchObject({ name, wrong: [] });
  });

  test('keeps pictures of the release before for one more, and reports what was taken down', async () => {
    const bucket = await aBucket();
    const storm = (digest: string) => ({ storm: { versions: ['v1'], pictures: { 'storm/pier-1a2b': digest } } });
    const out = await aFinishedSite(
      { ...aFewFiles, 'pictures/storm/pier-1a2b-480.avif': 'pixels' },
      { texts: storm('d') },
    );
    await deployTo(bucket, '--out', out);
    await finishSite(out, { ...aFewFiles, 'pictures/storm/pier-1a2b-960.avif': 'more pixels' }, { texts: storm('d') });

    expect((await deployTo(bucket, '--out', out)).stdout).toContain('1 kept from the previous release');
    const { files } = await whatIsLiveIn(bucket);
    expect(files['pictures/storm/pier-1a2b-480.avif']).toMatchObject({ carried: true });

    await finishSite(out, aFewFiles, { texts: storm('e') });
    const { stdout } = await deployTo(bucket, '--out', out);
    expect(stdout).toContain('Taken down: storm (picture storm/pier-1a2b).');
    expect(stdout).toContain('npm run deploy -- s3://news/site --forget');
    const after = await whatIsLiveIn(bucket);
    expect(after.wrong).toEqual([]);
    expect(Object.keys(after.files).filter((path) => path.startsWith('pictures/'))).toEqual([]);
  });

  test('refuses to drop addresses that readers have, until somebody says that they may go', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite({ ...aFewFiles, 'articles/storm/index.html': 'The storm' });
    await deployTo(bucket, '--out', out);
    const { name } = await whatIsLiveIn(bucket);
    await finishSite(out, aFewFiles);

    const refused = await deployTo(bucket, '--out', out);

    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining(`Readers have an address that this site does not have:
  /articles/storm/
`),
    ]);
    expect(refused.stderr).toContain('s3://news/site was not changed.');
    expect((await whatIsLiveIn(bucket)).name).toBe(name);
    expect((await deployTo(bucket, '--out', out, '--drop', '/articles/storm/')).status).toBe(0);
  });

  test('ends with 3 where an article at fault kept its pages, and refuses a site that is half built or was changed', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite(aFewFiles, { atFault: ['storm'] });
    const atFault = await deployTo(bucket, '--out', out);
    expect([atFault.status, atFault.stderr]).toEqual([3, expect.stringContaining('have errors: storm.')]);

    await finishSite(out, { ...aFewFiles, 'icon.svg': '<svg></svg>' }, {}, 'stopped');
    expect((await deployTo(bucket, '--out', out)).stderr).toContain('is only half built');
    await finishSite(out, { ...aFewFiles, 'icon.svg': '<svg></svg>' });
    rmSync(join(out, 'icon.svg'));
    expect((await deployTo(bucket, '--out', out)).stderr).toContain('was changed after it was built: icon.svg');
    expect((await whatIsLiveIn(bucket)).releases).toHaveLength(1);
  });

  test('warns of a store that ignores conditions of writes', async () => {
    const bucket = await aBucket('ignored');
    const { status, stdout } = await deployTo(bucket, '--out', await aFinishedSite());
    expect([status, stdout]).toEqual([0, expect.stringContaining('ignores conditions of writes (If-None-Match)')]);
  });

  test('keeps credentials out of what it says, what it uploads, and the site', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite();
    const secret = {
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'a-secret-of-ours',
      AWS_SESSION_TOKEN: 'a-token',
    };
    const said = await callCommand('deploy', [bucket.root, '--out', out], { ...bucket.env, ...secret });
    const stored = keysIn(bucket).map((key) => readFileSync(join(bucket.directory, `news/site/${key}._S3rver_object`)));
    const ofSite = readdirSync(`${out}.press`, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? readFileSync(join(entry.parentPath, entry.name)) : [],
    );
    const all = [said.stdout, said.stderr, ...stored, ...ofSite].join('\n');
    expect(said.status).toBe(0);
    for (const text of ['a-secret-of-ours', 'a-token', 'S3RVER']) expect(all).not.toContain(text);
  });
});
