import { describe, expect, test } from 'vitest';
import { aBucket, type Bucket, type Fault, whatIsLiveIn } from '../../../support/a-bucket.ts';
import { aFinishedSite, finishSite } from '../../../support/a-finished-site.ts';
import { aSiteInState } from '../../../support/a-release-folder.ts';
import { callCommand } from '../../../support/run-command.ts';
import { runs } from '../../../support/runs.ts';

const deployTo = (bucket: Bucket, ...args: string[]) => callCommand('deploy', [bucket.root, ...args], bucket.env);

/** The uploads that fail: on each change only the last, which is the switch. */
const kinds = runs(1) > 1 ? ['objects', 'manifests', 'current.json'] : ['current.json'];

/** What fails for a moment. */
const passing = (['cut after', 503, 500, 'cut before'] as const).slice(0, runs(2));

/** A bucket with a release that is live, and a site for the next one. */
async function aReleaseAndTheNext(pages = 1) {
  const bucket = await aBucket();
  const out = await aFinishedSite(aSiteInState('first', pages));
  await deployTo(bucket, '--out', out);
  await finishSite(out, aSiteInState('next', pages));
  return { bucket, out, before: (await whatIsLiveIn(bucket)).name };
}

describe('A deploy to a bucket whose store fails', () => {
  test.each<[Fault, string]>([
    [500, 'keeps answering with errors. Wait a minute, then try again.'],
    [503, 'keeps answering with errors. Wait a minute, then try again.'],
    ['full', 'has no room for s3://news/site. Free some space or raise the quota, then deploy again.'],
    [403, 'These credentials may not do this in s3://news/site. A deploy needs s3:GetObject, s3:PutObject'],
    ['cut before', 'cannot be reached. Check the network and AWS_ENDPOINT_URL_S3, then try again.'],
  ])('for good with %s leaves live what is, and says what to do', async (fault, words) => {
    const { bucket, out, before } = await aReleaseAndTheNext();
    for (const kind of kinds) {
      bucket.faults.next = ({ method, key }) =>
        method === 'PUT' && key.startsWith(`site/${kind}`) ? fault : undefined;
      const { status, stderr } = await deployTo(bucket, '--out', out);
      expect([kind, status, stderr]).toEqual([kind, 1, expect.stringContaining(words)]);
      expect(stderr).toContain('What is live is unchanged.');
      expect(stderr).not.toMatch(/ at |bug/);
      expect(await whatIsLiveIn(bucket)).toMatchObject({ name: before, wrong: [] });
    }
    bucket.faults.next = () => undefined;
    expect((await deployTo(bucket, '--out', out)).status).toBe(0);
    expect((await whatIsLiveIn(bucket)).wrong).toEqual([]);
  });

  test('for a moment, each request once, succeeds: with errors, and connections cut after the work', async () => {
    const { bucket, out } = await aReleaseAndTheNext();
    for (const [round, fault] of passing.entries()) {
      const met = new Set<string>();
      bucket.faults.next = ({ method, key }) => {
        const isNew = key !== '' && !met.has(`${method} ${key}`);
        met.add(`${method} ${key}`);
        return isNew ? fault : undefined;
      };
      await finishSite(out, aSiteInState(`round${round}`, 1), {});
      const { status, stdout, stderr } = await deployTo(bucket, '--out', out, '--drop', 'all');
      expect([fault, status, stderr]).toEqual([fault, 0, '']);
      const { wrong, files, name } = await whatIsLiveIn(bucket);
      expect(stdout).toContain(`${name} is live`);
      expect([wrong, Object.keys(files)]).toEqual([[], expect.arrayContaining([`pictures/b-round${round}-480.jpg`])]);
    }
  });

  test('to answer the switch, which it has made, is live; if it cannot be asked, the deploy says that this is not known', async () => {
    const { bucket, out, before } = await aReleaseAndTheNext();
    const isSwitch = ({ method, key }: { method: string; key: string }) =>
      method === 'PUT' && key === 'site/current.json';
    bucket.faults.next = (asked) => (isSwitch(asked) ? 'cut after' : undefined);
    const { status, stdout } = await deployTo(bucket, '--out', out);
    const { name } = await whatIsLiveIn(bucket);
    expect(name).not.toBe(before);
    expect([status, stdout]).toEqual([0, expect.stringContaining(`${name} is live`)]);

    await finishSite(out, aSiteInState('last', 1));
    let isAway = false;
    bucket.faults.next = (asked) => {
      if (isSwitch(asked)) isAway = true;
      return isSwitch(asked) ? 'cut after' : isAway ? 'cut before' : undefined;
    };
    const unknown = await deployTo(bucket, '--out', out);
    expect([unknown.status, unknown.stderr]).toEqual([
      1,
      'The object store of s3://news/site cannot be reached. Check the network and AWS_ENDPOINT_URL_S3, then try again. The last step may have been done or not. Look what is live: npm run deploy -- s3://news/site --list\n',
    ]);
    const after = await whatIsLiveIn(bucket);
    expect([after.wrong, Object.keys(after.files)]).toEqual([[], expect.arrayContaining(['pictures/b-last-480.jpg'])]);
  });

  test('at random leaves a whole release live, the last one that said so', async () => {
    const { bucket, out } = await aReleaseAndTheNext();
    const faults = [500, 'cut before', 'cut after'] as const;
    const found = { done: 0, refused: 0 };
    let live = (await whatIsLiveIn(bucket)).name;
    for (let count = 0; count < runs(4); count += 1) {
      bucket.faults.next = () => {
        if (Math.random() < 0.02) return 'full';
        return Math.random() < 0.2 ? faults[Math.floor(Math.random() * faults.length)] : undefined;
      };
      await finishSite(out, aSiteInState(`r${count}`, 1));
      const { status, stdout } = await deployTo(bucket, '--out', out);
      const { name, wrong } = await whatIsLiveIn(bucket);
      expect(wrong).toEqual([]);
      found[status === 0 ? 'done' : 'refused'] += 1;
      if (status === 0) expect(stdout).toContain(`${name} is live`);
      // A switch whose answer was lost may have succeeded.
      else if (name === live) expect(status).toBe(1);
      live = name;
    }
    console.log(`deploys with faults: ${JSON.stringify(found)}`);
  });

  test('that is away, has another bucket, other credentials, another region or another clock: says which', async () => {
    const { bucket, out } = await aReleaseAndTheNext();
    const said = async (env: Record<string, string>, root = bucket.root) =>
      (await callCommand('deploy', [root, '--out', out], { ...bucket.env, ...env })).stderr;

    expect(await said({}, 's3://other/site')).toContain('There is no bucket other in this store. Make it first');
    expect(await said({ AWS_ACCESS_KEY_ID: 'SOMEBODY' })).toContain('does not accept these credentials');
    expect(
      await said({
        AWS_ACCESS_KEY_ID: '',
        AWS_SECRET_ACCESS_KEY: '',
        HOME: '/nowhere',
        AWS_SHARED_CREDENTIALS_FILE: '/nowhere',
      }),
    ).toContain('There are no credentials for the object store. Set AWS_ACCESS_KEY_ID');
    expect(await said({ AWS_REGION: '', AWS_CONFIG_FILE: '/nowhere' })).toContain(
      'The region of the object store is missing.',
    );
    await bucket.stop();
    expect(await said({})).toContain('The object store of s3://news/site cannot be reached.');
    expect(await said({}, 's3://user:secret@news/site')).toContain('Credentials do not belong into an address');
  });
});
