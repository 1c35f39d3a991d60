import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aBucket, type Bucket, whatIsLiveIn } from '../../support/a-bucket.ts';
import { anOutputServer } from '../../support/an-output-server.ts';
import { Newsroom } from '../../support/newsroom.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const step = z.looseObject({
  id: z.string().optional(),
  run: z.string().optional(),
  env: z.record(z.string(), z.string()).default({}),
});
const workflow = z.object({ jobs: z.record(z.string(), z.looseObject({ steps: z.array(step) })) });
const { jobs } = workflow.parse(parse(readFileSync('.github/workflows/large-site.yml', 'utf8')));

/** What a step has said, and its outputs. */
type Ran = { stdout: string; given: Record<string, string | undefined> };

/** The folder in which each job runs: the code with its packages, and a small publication. */
let machine = '';
beforeAll(() => {
  machine = mkdtempSync(join(realpathSync(tmpdir()), 'standfirst-'));
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  for (const file of files.trim().split('\n'))
    if (/^(app|components|lib|pinned-node)\/|^[^/]+$/.test(file) && existsSync(file)) cpSync(file, join(machine, file));
  const packages = join(process.cwd(), 'node_modules');
  execFileSync(
    'bash',
    ['-c', `cp -al "${packages}" . 2> /dev/null || cp -a "${packages}" .; rm -rf node_modules/.cache`],
    {
      cwd: machine,
    },
  );
  const room = new Newsroom(join(machine, 'content'));
  room.do({ kind: 'picture', article: 1, where: 'lead', width: 400, colour: 7 });
  room.do({ kind: 'arabic' });
}, 300_000);
afterAll(() => rmSync(machine, { recursive: true, force: true }), 300_000);

/** What jobs hand on to each other and to the next run: artifacts, and the cache of the workflow. */
type Handed = { dir: string; inputs: Record<string, string> };

/** Begins a job on a machine that has nothing of an earlier one but compiled code, and gives it files of other jobs. */
function begin(files: Record<string, string> = {}): void {
  for (const name of ['out', 'out.press', 'made', 'outputs', 'site.tar', 'said'])
    rmSync(join(machine, name), { recursive: true, force: true });
  for (const [name, from] of Object.entries(files))
    if (existsSync(from)) cpSync(from, join(machine, name), { recursive: true });
}

/** Runs a step as the workflow does, with the values of its expressions. The servers of the test go on meanwhile. */
async function run(job: string, id: string, values: Record<string, string>): Promise<Ran> {
  const { run: script = 'exit 9', env = {} } = jobs[job]?.steps.find((one) => one.id === id) ?? {};
  const own = Object.entries(env).map(([name, value]) => {
    const [, expression = value] = /^\$\{\{ (.*) \}\}$/.exec(value) ?? [];
    return [name, values[expression] ?? ''];
  });
  const { AWS_ENDPOINT_URL_S3: _, ...outside } = process.env;
  const child = spawn('bash', ['-e', '-c', script], {
    cwd: machine,
    env: { ...outside, CI: 'true', GITHUB_OUTPUT: join(machine, 'said'), ...Object.fromEntries(own) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = once(child, 'close');
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  expect([job, ...(await end), stderr]).toEqual([job, 0, null, '']);
  const said = existsSync(join(machine, 'said')) ? readFileSync(join(machine, 'said'), 'utf8') : '';
  return { stdout, given: Object.fromEntries(said.split('\n').map((line) => line.split('='))) };
}

/** Runs the whole workflow with two shares, or with the first of them alone. */
async function publish({ dir, inputs }: Handed, bucket: Bucket, shares = ['1/2', '2/2']): Promise<Record<string, Ran>> {
  const kept = join(dir, 'outputs');
  const made = join(dir, 'made');
  rmSync(made, { recursive: true, force: true });
  begin();
  const now = (await run('begin', 'now', {})).given['now'] ?? '';
  expect(now).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  const values = { ...inputs, 'needs.begin.outputs.now': now };
  const ran: Record<string, Ran> = {};
  for (const share of shares) {
    begin({ outputs: kept });
    const one = await run('share', 'share', { ...values, 'matrix.share': share });
    ran[one.given['name'] ?? ''] = one;
    expect(existsSync(join(machine, 'out'))).toBe(false);
    if (existsSync(join(machine, 'made'))) cpSync(join(machine, 'made'), made, { recursive: true });
  }
  begin({ made });
  ran['join'] = await run('join', 'join', values);
  if (existsSync(join(machine, 'outputs'))) cpSync(join(machine, 'outputs'), kept, { recursive: true });
  cpSync(join(machine, 'site.tar'), join(dir, 'site.tar'));
  begin({ 'site.tar': join(dir, 'site.tar') });
  const { AWS_ENDPOINT_URL_S3: endpoint = '', AWS_REGION: region = '' } = bucket.env;
  ran['deploy'] = await run('deploy', 'deploy', {
    'vars.BUCKET': bucket.root,
    'vars.AWS_REGION': region,
    'vars.AWS_ENDPOINT_URL_S3': endpoint,
    'secrets.AWS_ACCESS_KEY_ID': bucket.env['AWS_ACCESS_KEY_ID'] ?? '',
    'secrets.AWS_SECRET_ACCESS_KEY': bucket.env['AWS_SECRET_ACCESS_KEY'] ?? '',
  });
  return ran;
}

/** How many outputs were taken from the cache, and how many were asked for. */
function taken({ stdout = '' }: Partial<Ran> = {}): number[] {
  return (/Cache: ([\d,]+) of ([\d,]+) outputs/.exec(stdout) ?? []).slice(1).map(Number);
}

/** The digests of the files that are live. */
async function liveIn(bucket: Bucket) {
  const { wrong, files } = await whatIsLiveIn(bucket);
  expect(wrong).toEqual([]);
  return Object.fromEntries(Object.entries(files).map(([path, { digest }]) => [path, digest]));
}

describe('The workflow of a large site', () => {
  test('builds shares, puts them together, deploys; keeps the outputs, from which the next run takes all', async () => {
    const bucket = await aBucket();
    const handed: Handed = { dir: aTemporaryFolder(), inputs: {} };

    const first = await publish(handed, bucket);

    expect(Object.keys(first)).toEqual(['share-1', 'share-2', 'join', 'deploy']);
    expect(first['share-1']?.stdout).toContain('The share 1/2 is in the cache');
    const [some = 0, all = 0] = taken(first['join']);
    // Not the search page of each language.
    expect([all > 20, all - some]).toEqual([true, 2]);
    expect(first['deploy']?.stdout).toContain('is live in s3://news/site');
    expect(Object.keys(await liveIn(bucket))).toContain('ar/index.html');

    const second = await publish(handed, bucket);

    for (const [job, made] of Object.entries({ 'share-1': 0, 'share-2': 0, join: 2 })) {
      const [fromCache = 0, asked = 0] = taken(second[job]);
      expect([job, asked - fromCache, asked > 10]).toEqual([job, made, true]);
    }
  }, 900_000);

  test('uses a server for the cache if there is one, and makes what a share that failed did not', async () => {
    const bucket = await aBucket();
    const server = await anOutputServer();
    const handed: Handed = { dir: aTemporaryFolder(), inputs: { 'vars.CACHE': server.address } };

    const ran = await publish(handed, bucket, ['2/2']);

    expect(Object.keys(ran)).toEqual(['share-2', 'join', 'deploy']);
    const [some = 0, all = 0] = taken(ran['join']);
    expect(some).toBeGreaterThan(5);
    expect(all - some).toBeGreaterThan(5);
    expect(existsSync(join(handed.dir, 'outputs'))).toBe(false);
    expect(server.kept.size).toBeGreaterThan(2 * 20);
    expect(Object.keys(await liveIn(bucket))).toContain('ar/index.html');
  }, 900_000);
});
