import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { aBucket, type Bucket, keysIn, objectIn } from '../../../support/a-bucket.ts';
import { aFinishedSite, type Files, finishSite } from '../../../support/a-finished-site.ts';
import { aSiteInState } from '../../../support/a-release-folder.ts';
import { commandScript } from '../../../support/command-script.ts';
import { callCommand } from '../../../support/run-command.ts';
import { runs } from '../../../support/runs.ts';

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
      const last = 1 + Math.random() * 14;
      await copyUntil(bucket, out, () => written(bucket).length >= last);
      // Nobody waits for the minute after which it counts as ended.
      await withdraw(bucket);
      const state = count % 2 === 0 ? `s${count}` : `s${count - 1}`;
      await finishSite(out, aSiteInState(state, 12));
      expect(await copyTo(bucket, out)).toMatchObject({ status: 0, stderr: '' });
      expectFiles(bucket, aSiteInState(state, 12));
    }
  });

  test('that was the first one and is killed is made whole by the next one', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite(aSiteInState('one', 12));
    await copyUntil(bucket, out, () => written(bucket).length >= 3);
    await withdraw(bucket);

    expect(await copyTo(bucket, out)).toMatchObject({ status: 0, stderr: '' });

    expectFiles(bucket, aSiteInState('one', 12));
  });

  test('that is killed between pictures and pages leaves all old pages with their pictures; the next one waits a minute and finishes', async () => {
    const bucket = await aBucket();
    const [before, after] = [aSiteInState('one', 5), aSiteInState('two', 5)];
    const out = await aFinishedSite(before);
    await copyTo(bucket, out);
    await finishSite(out, after);
    const arrived = Promise.withResolvers<void>();
    // The first page waits, until its sender is gone.
    bucket.faults.next = async ({ method, key }) => {
      if (method !== 'PUT' || !key.endsWith('.html')) return undefined;
      arrived.resolve();
      await setTimeout(2000);
      return 'cut before';
    };
    let isThere = false;
    void arrived.promise.then(() => {
      isThere = true;
    });
    await copyUntil(bucket, out, () => isThere);
    bucket.faults.next = () => undefined;
    expectFiles(bucket, { ...before, 'pictures/b-two-480.jpg': after['pictures/b-two-480.jpg'] ?? '' });

    const { status, stdout } = await copyTo(bucket, out);

    expect(status).toBe(0);
    expect(stdout).toContain('Others are deleting or copying in s3://news/site/.standfirst. Waiting for that to end …');
    expectFiles(bucket, after);
    expect((await copyTo(bucket, out)).stdout).toContain('0 files sent, 0 files deleted');
  });

  test('whose store fails says that some files may be new already, and is finished by the next one', async () => {
    const bucket = await aBucket();
    const out = await aFinishedSite(aSiteInState('one', 3));
    await copyTo(bucket, out);
    await finishSite(out, aSiteInState('two', 3));
    bucket.faults.next = ({ method, key }) => (method === 'PUT' && key.endsWith('index.html') ? 'full' : undefined);
    const { status, stderr } = await copyTo(bucket, out);
    expect([status, stderr]).toEqual([
      1,
      'The object store has no room for s3://news/site. Free some space or raise the quota, then deploy again. Some files may be from the new site already. To send the rest, run this again.\n',
    ]);
    bucket.faults.next = () => undefined;
    expect((await copyTo(bucket, out)).status).toBe(0);
    expectFiles(bucket, aSiteInState('two', 3));
  });

  test('is for buckets', async () => {
    expect(await callCommand('deploy', ['/srv/news', '--flat'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--flat is for buckets.'),
    });
  });
});

/** Copies in another process, which is killed as soon as a condition holds. */
async function copyUntil(bucket: Bucket, out: string, holds: () => boolean) {
  const child = spawn(process.execPath, [...commandScript('deploy'), bucket.root, '--flat', '--out', out], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...bucket.env },
  });
  const exit = once(child, 'exit');
  while (!holds() && child.exitCode === null) await setTimeout(5);
  child.kill('SIGKILL');
  await exit;
}

/** Withdraws the announcement of a copy that was killed. */
async function withdraw(bucket: Bucket) {
  const { cleaning: _, ...says } = JSON.parse((await objectIn(bucket, '.standfirst/current.json')).bytes.toString());
  await fetch(`${bucket.env['AWS_ENDPOINT_URL_S3']}/news/site/.standfirst/current.json`, {
    method: 'PUT',
    body: JSON.stringify(says),
  });
}
