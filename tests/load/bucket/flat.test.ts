import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aBucket, type Bucket, keysIn, objectIn } from '../../support/a-bucket.ts';
import { aFinishedSite, type Files, finishSite } from '../../support/a-finished-site.ts';
import { aSiteInState } from '../../support/a-release-folder.ts';
import { callCommand } from '../../support/run-command.ts';
import { runs } from '../../support/runs.ts';

const copyTo = (bucket: Bucket, out: string, ...args: string[]) =>
  callCommand('deploy', [bucket.root, '--flat', '--out', out, ...args], bucket.env);

/** The files of the site that are in the bucket. */
const filesIn = (bucket: Bucket) => keysIn(bucket).filter((key) => !key.startsWith('.standfirst/'));

/** Whether the bucket has exactly these files. */
function expectFiles(bucket: Bucket, files: Files, folder = '') {
  expect(filesIn(bucket)).toEqual(
    Object.keys(files)
      .map((path) => folder + path)
      .sort(),
  );
  for (const [path, text] of Object.entries(files)) {
    const stored = readFileSync(`${bucket.directory}/news/site/${folder}${path}._S3rver_object`);
    expect([path, stored.toString()]).toEqual([path, String(text)]);
  }
}

/** What was written or deleted of the site, in order. */
const written = (bucket: Bucket) =>
  bucket.asked.flatMap(({ method, key }) =>
    method === 'PUT' && !key.includes('.standfirst/')
      ? [key.slice('site/'.length)]
      : method === 'POST'
        ? ['deleted']
        : [],
  );

describe('A flat copy', () => {
  test('has each file under its path with its headers; an edit sends what it changes, pictures first and pages last', async () => {
    const bucket = await aBucket();
    const files = aSiteInState('one', 3);
    const out = await aFinishedSite(files, { url: 'https://news.example/daily' });
    expect((await copyTo(bucket, out)).stdout).toBe('The site is in s3://news/site: 7 files sent, 0 files deleted\n');
    expectFiles(bucket, files, 'daily/');
    const { headers } = await objectIn(bucket, 'daily/index.html');
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'text/html; charset=utf-8',
      'no-cache',
    ]);
    const picture = await objectIn(bucket, 'daily/pictures/a-1a2b-480.jpg');
    expect(picture.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');

    const { 'pictures/b-one-480.jpg': _, ...rest } = files;
    const next = { ...rest, 'pictures/c-1a2b-480.jpg': 'new', 'feed.xml': '<rss/>', 'articles/1/index.html': 'Edited' };
    await finishSite(out, next, { url: 'https://news.example/daily' });
    bucket.asked.length = 0;
    expect((await copyTo(bucket, out)).stdout).toBe('The site is in s3://news/site: 3 files sent, 1 file deleted\n');
    expect(written(bucket)).toEqual([
      'daily/pictures/c-1a2b-480.jpg',
      'daily/feed.xml',
      'daily/articles/1/index.html',
      'deleted',
    ]);
    expectFiles(bucket, next, 'daily/');

    bucket.asked.length = 0;
    expect((await copyTo(bucket, out)).stdout).toContain('0 files sent');
    expect(written(bucket)).toEqual([]);
  });

  test('refuses to drop addresses', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite(aSiteInState('one', 2));
    await copyTo(bucket, out);
    await finishSite(out, aSiteInState('one', 1));
    expect((await copyTo(bucket, out)).stderr).toContain(
      'Readers have an address that this site does not have:\n  /articles/1/\n',
    );
    expect((await copyTo(bucket, out, '--drop', 'all')).status).toBe(0);
    expectFiles(bucket, aSiteInState('one', 1));
  });

  test(`that is killed is made whole by the next one, also by one of the site from before, ${runs(2)} times`, async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite(aSiteInState('s0', 12));
    await copyTo(bucket, out);
    for (let count = 1; count <= runs(2); count += 1) {
      await finishSite(out, aSiteInState(`s${count}`, 12));
      bucket.asked.length = 0;
      const child = spawn(process.execPath, ['lib/commands/deploy.ts', bucket.root, '--flat', '--out', out], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, ...bucket.env },
      });
      const exit = once(child, 'exit');
      const last = 1 + Math.random() * 14;
      while (written(bucket).length < last && child.exitCode === null) await setTimeout(5);
      child.kill('SIGKILL');
      await exit;
      // Nobody waits for the minute after which it counts as ended.
      await withdraw(bucket);
      const state = count % 2 === 0 ? `s${count}` : `s${count - 1}`;
      await finishSite(out, aSiteInState(state, 12));
      expect(await copyTo(bucket, out)).toMatchObject({ status: 0, stderr: '' });
      expectFiles(bucket, aSiteInState(state, 12));
    }
  });

  test('is for buckets', async () => {
    expect(await callCommand('deploy', ['/srv/news', '--flat'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--flat is for buckets.'),
    });
  });
});

/** Withdraws the announcement of a copy that was killed. */
async function withdraw(bucket: Bucket) {
  const { cleaning: _, ...says } = JSON.parse((await objectIn(bucket, '.standfirst/current.json')).bytes.toString());
  await fetch(`${bucket.env['AWS_ENDPOINT_URL_S3']}/news/site/.standfirst/current.json`, {
    method: 'PUT',
    body: JSON.stringify(says),
  });
}
