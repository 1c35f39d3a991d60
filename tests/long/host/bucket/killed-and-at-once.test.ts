import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aBucket, type Bucket, keysIn, whatIsLiveIn } from '../../../support/a-bucket.ts';
import { aFinishedSite, finishSite } from '../../../support/a-finished-site.ts';
import { aSiteInState } from '../../../support/a-release-folder.ts';
import { commandScript } from '../../../support/command-script.ts';
import { runs } from '../../../support/runs.ts';

/** How many deploys are killed, and how many pairs are tried. */
const kills = runs(2.5);
const pairs = runs(1);

/** How many pages the site has whose deploy is killed. */
const pages = 10;

function deploying(bucket: Bucket, ...args: string[]) {
  return spawn(process.execPath, [...commandScript('deploy'), bucket.root, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...bucket.env },
  });
}

/** The state of a live site. */
const stateIn = (files: Record<string, unknown>) =>
  Object.keys(files).flatMap((path) => /^pictures\/b-(.*)-480\.jpg$/.exec(path)?.[1] ?? []);

test(`A deploy to a bucket that is killed at any moment leaves a whole release live, ${kills} times`, async () => {
  const bucket = await aBucket();
  const out = await aFinishedSite(aSiteInState('s0', pages));
  await once(deploying(bucket, '--out', out), 'exit');
  const found = { before: 0, uploading: 0, after: 0 };

  for (let count = 1; count <= kills || found.uploading === 0; count += 1) {
    const { name: before } = await whatIsLiveIn(bucket);
    await finishSite(out, aSiteInState(`s${count}`, pages));
    const keys = keysIn(bucket).length;
    bucket.asked.length = 0;
    const child = deploying(bucket, '--out', out);
    const exit = once(child, 'exit');
    // At a request: the start of the process, in which nothing is asked for, is of no interest.
    const last = count % 4 === 0 ? 9 * pages : Math.ceil(Math.random() * 3.6 * pages);
    while (bucket.asked.length < last && child.exitCode === null) await setTimeout(5);
    child.kill('SIGKILL');
    await exit;
    const { name, wrong } = await whatIsLiveIn(bucket);
    expect(wrong).toEqual([]);
    found[name !== before ? 'after' : keysIn(bucket).length > keys ? 'uploading' : 'before'] += 1;
  }
  await finishSite(out, aSiteInState('last', pages));
  expect(await once(deploying(bucket, '--out', out), 'exit')).toEqual([0, null]);
  const { wrong, files } = await whatIsLiveIn(bucket);
  expect([wrong, stateIn(files)]).toEqual([[], expect.arrayContaining(['last'])]);
  console.log(`${kills} deploys to a bucket killed: ${JSON.stringify(found)}`);
});

test(`Two deploys to a bucket at once, from two sites, both succeed, one after the other, ${pairs} times`, async () => {
  const bucket = await aBucket();
  const sites = [await aFinishedSite(), await aFinishedSite()];

  for (let count = 0; count < pairs; count += 1) {
    const states = sites.map((_, index) => `p${index}x${count}`);
    for (const [index, out] of sites.entries()) await finishSite(out, aSiteInState(states[index] ?? '', 5));
    const before = count === 0 ? [] : (await whatIsLiveIn(bucket)).releases;

    const ends = sites.map((out) => once(deploying(bucket, '--out', out), 'exit'));

    expect((await Promise.all(ends)).map(([status]) => status)).toEqual([0, 0]);
    const { files, wrong, releases } = await whatIsLiveIn(bucket);
    expect(wrong).toEqual([]);
    expect(states).toEqual(expect.arrayContaining(stateIn(files).filter((state) => state.endsWith(`x${count}`))));
    expect(releases.filter((name) => !before.includes(name))).toHaveLength(2);
    for (const name of releases) expect((await whatIsLiveIn(bucket, name)).wrong).toEqual([]);
  }
});

test('A deploy beside a cleaning that deletes what it relies on uploads it again', async () => {
  const bucket = await aBucket();
  const out = await aFinishedSite(aSiteInState('one', 5));
  await once(deploying(bucket, '--out', out), 'exit');
  // What an earlier deploy left that was killed.
  await finishSite(out, aSiteInState('two', 5));
  const killed = deploying(bucket, '--out', out);
  const uploaded = () => bucket.asked.filter(({ method, key }) => method === 'PUT' && key.startsWith('site/objects/'));
  bucket.asked.length = 0;
  while (uploaded().length < 10) await setTimeout(5);
  killed.kill('SIGKILL');
  await once(killed, 'exit');

  // The deploy has uploaded everything and is about to switch when the cleaning deletes what no release has.
  const held = Promise.withResolvers<undefined>();
  const arrived = Promise.withResolvers<void>();
  bucket.faults.next = ({ method, key }) => {
    if (method !== 'PUT' || key !== 'site/current.json') return undefined;
    bucket.faults.next = () => undefined;
    arrived.resolve();
    return held.promise;
  };
  const deploy = deploying(bucket, '--out', out);
  const end = once(deploy, 'exit');
  await arrived.promise;
  const keys = keysIn(bucket).length;
  expect(await once(deploying(bucket, '--forget'), 'exit')).toEqual([0, null]);
  expect(keysIn(bucket).length).toBeLessThan(keys - 10);
  held.resolve(undefined);

  expect(await end).toEqual([0, null]);
  const { wrong, files, pointer } = await whatIsLiveIn(bucket);
  expect([wrong, stateIn(files), pointer.cleaning]).toEqual([[], ['two'], undefined]);
});
