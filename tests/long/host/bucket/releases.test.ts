import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aBucket, type Bucket, keysIn, whatIsLiveIn } from '../../../support/a-bucket.ts';
import { aFewFiles, aFinishedSite, finishSite } from '../../../support/a-finished-site.ts';
import { aSiteInState } from '../../../support/a-release-folder.ts';
import { callCommand } from '../../../support/run-command.ts';

const deployTo = (bucket: Bucket, ...args: string[]) => callCommand('deploy', [bucket.root, ...args], bucket.env);

/** Deploys sites one after the other. */
async function deployStates(bucket: Bucket, states: readonly string[], pages = 1): Promise<string> {
  const out = await aFinishedSite();
  for (const state of states) {
    await finishSite(out, aSiteInState(state, pages));
    expect(await deployTo(bucket, '--out', out)).toMatchObject({ status: 0, stderr: '' });
  }
  return out;
}

/** The files of the store with an object. */
const filesOf = ({ directory }: Bucket, key: string) =>
  ['object', 'metadata.json'].map((ending) => join(directory, `news/site/${key}._S3rver_${ending}`));

/** Lets objects be written at another time: so many milliseconds from now. */
function age(bucket: Bucket, keys: readonly string[], milliseconds: number): void {
  const time = new Date(Date.now() + milliseconds);
  for (const file of keys.flatMap((key) => filesOf(bucket, key))) utimesSync(file, time, time);
}

/** Deletes an object, as somebody with the tools of the store does. */
function removeByHand(bucket: Bucket, key: string): void {
  for (const file of filesOf(bucket, key)) rmSync(file);
}

describe('The releases in a bucket', () => {
  test('are listed, at most five, and an earlier one is made live by one write', async () => {
    const bucket = await aBucket();
    await deployStates(bucket, ['a', 'b', 'c', 'd', 'e', 'f']);
    const { releases, name } = await whatIsLiveIn(bucket);
    expect(releases).toHaveLength(5);
    const { stdout } = await deployTo(bucket, '--list');
    expect(stdout.split('\n')).toEqual([
      `* ${name}  5 files  live`,
      ...releases
        .slice(0, -1)
        .reverse()
        .map((one) => `  ${one}  5 files`),
      '',
    ]);
    bucket.asked.length = 0;

    expect((await deployTo(bucket, '--rollback', '2')).stdout).toBe(`${releases[2]} is live in s3://news/site\n`);

    expect(bucket.asked.filter(({ method }) => method === 'PUT')).toEqual([
      { method: 'PUT', key: 'site/current.json' },
    ]);
    expect(bucket.asked.filter(({ method }) => method === 'GET').length).toBeLessThan(10);
    // Each form of the files in which the two releases differ.
    expect(bucket.asked.filter(({ method }) => method === 'HEAD')).toHaveLength(10);
    expect(await whatIsLiveIn(bucket)).toMatchObject({ name: releases[2], wrong: [], releases });
    expect((await deployTo(bucket, '--rollback', releases[4] ?? '')).status).toBe(0);
    expect((await whatIsLiveIn(bucket)).name).toBe(releases[4]);
    expect((await deployTo(bucket, '--rollback', '9')).stderr).toContain(
      'There is no 9 releases before the live one in s3://news/site. What there is: npm run deploy -- s3://news/site --list',
    );
  });

  test('that lack what somebody has deleted are not made live again; from a damaged one a rollback leads out', async () => {
    const bucket = await aBucket();
    const out = await deployStates(bucket, ['a', 'b', 'c']);
    const { name, releases } = await whatIsLiveIn(bucket);
    const [first, second, third] = releases;
    const rootOf = async (release: string | undefined) => {
      const { pointer } = await whatIsLiveIn(bucket);
      return `manifests/${pointer.releases.find((one) => one.name === (release ?? pointer.live))?.root}`;
    };
    const { files } = await whatIsLiveIn(bucket, first);
    removeByHand(bucket, `objects/${files['pictures/b-a-480.jpg']?.digest}`);
    removeByHand(bucket, `objects/${files['index.html']?.encodings.br?.digest}`);

    expect(await deployTo(bucket, '--rollback', '2')).toEqual({
      status: 1,
      stdout: '',
      stderr: `Release ${first} lacks files that somebody has deleted from s3://news/site: index.html.br, pictures/b-a-480.jpg. What is live is unchanged. Choose another: npm run deploy -- s3://news/site --list\n`,
    });
    expect((await whatIsLiveIn(bucket)).name).toBe(name);

    const cleaned = await deployTo(bucket, '--clean');
    expect([cleaned.status, cleaned.stderr]).toEqual([
      1,
      expect.stringMatching(/^2 objects that releases need are missing: .* npm run deploy -- s3:\/\/news\/site\./),
    ]);

    const root = await rootOf(second);
    removeByHand(bucket, root);
    expect((await deployTo(bucket, '--rollback')).stderr).toContain(`${root} is missing: somebody deleted`);
    expect((await whatIsLiveIn(bucket)).name).toBe(name);

    await finishSite(out, aSiteInState('d', 1));
    await deployTo(bucket, '--out', out);
    removeByHand(bucket, await rootOf(undefined));
    const refused = await deployTo(bucket, '--rollback');
    expect(refused.stderr).toContain(`Release ${third} may bring back what was taken down since`);
    expect(await deployTo(bucket, '--rollback', '1', '--bring-back', third ?? '')).toMatchObject({ status: 0 });
    expect(await whatIsLiveIn(bucket)).toMatchObject({ name: third, wrong: [] });
  });

  test('that would bring back what was taken down are refused, until it is named', async () => {
    const bucket = await aBucket();
    const text = { versions: ['v1'], pictures: {} };
    const out = await aFinishedSite(aFewFiles, { texts: { storm: text, pier: text } });
    await deployTo(bucket, '--out', out);
    await finishSite(
      out,
      { ...aFewFiles, 'x/index.html': 'x' },
      { texts: { harbour: text }, redirects: { '/articles/pier/': '/articles/harbour/' } },
    );
    await deployTo(bucket, '--out', out);
    const [first] = (await whatIsLiveIn(bucket)).releases;

    const refused = await deployTo(bucket, '--rollback');

    expect([refused.status, refused.stderr]).toEqual([
      1,
      `Release ${first} would bring back what was taken down since: storm. What is live is unchanged. To bring it back, name it: npm run deploy -- s3://news/site --rollback ${first} --bring-back storm\n`,
    ]);
    expect((await deployTo(bucket, '--rollback', '--bring-back', 'storm')).status).toBe(0);
  });

  test('are all forgotten but the live one, with what that carries and every object of theirs', async () => {
    const bucket = await aBucket();
    const storm = { texts: { storm: { versions: ['v1'], pictures: { 'storm/pier-1a2b': 'd' } } } };
    const out = await aFinishedSite({ ...aFewFiles, 'pictures/storm/pier-1a2b-480.avif': 'pixels' }, storm);
    await deployTo(bucket, '--out', out);
    await finishSite(out, aFewFiles, storm);
    await deployTo(bucket, '--out', out);
    // The clock of the store is ahead.
    age(bucket, keysIn(bucket), 60 * 60_000);

    const { status, stdout } = await deployTo(bucket, '--forget');

    expect(status).toBe(0);
    expect(stdout).toContain('1 file of an earlier release were removed');
    const { releases, files, wrong, pointer } = await whatIsLiveIn(bucket);
    expect([releases.length, wrong, pointer.cleaning]).toEqual([1, [], undefined]);
    expect(Object.keys(files).sort()).toEqual(Object.keys(aFewFiles).sort());
    // Eight of files, four of the manifest, the pointer, and that of conditions.
    expect(keysIn(bucket)).toHaveLength(14);
    expect((await deployTo(bucket, '--out', out)).stdout).toContain('already live');
  });

  test('keep all that they need when the bucket is cleaned, and so do uploads of the last hour', async () => {
    const bucket = await aBucket();
    await deployStates(bucket, ['a', 'b', 'c', 'd', 'e', 'f']);
    const before = keysIn(bucket);
    expect((await deployTo(bucket, '--clean')).stdout).toBe(
      `0 objects deleted from s3://news/site, ${before.length - 2} kept\n`,
    );
    age(bucket, before, -61 * 60_000);

    const { status, stdout } = await deployTo(bucket, '--clean');

    expect(status).toBe(0);
    const removed = before.length - keysIn(bucket).length;
    expect(removed).toBeGreaterThan(5);
    expect(stdout).toContain(`${removed} objects deleted`);
    const { releases, pointer } = await whatIsLiveIn(bucket);
    expect([releases.length, pointer.cleaned, pointer.cleaning]).toEqual([5, 1, undefined]);
    for (const name of releases) expect((await whatIsLiveIn(bucket, name)).wrong).toEqual([]);
  });

  test('do not exist in an empty bucket, in a folder that is no bucket, and beside what is not from a deploy', async () => {
    const bucket = await aBucket();
    for (const option of ['--list', '--rollback', '--forget', '--clean'])
      expect(await deployTo(bucket, option)).toMatchObject({
        status: 1,
        stderr:
          'There is no release in s3://news/site. Deploy the site there first: npm run deploy -- s3://news/site\n',
      });
    expect((await callCommand('deploy', ['s3://x', '--list'], bucket.env)).stderr).toContain(
      '"s3://x" does not name a bucket. Write s3://bucket/prefix',
    );
    expect((await callCommand('deploy', ['/srv/x', '--clean'])).stderr).toContain('--clean is for buckets');
  });
});
