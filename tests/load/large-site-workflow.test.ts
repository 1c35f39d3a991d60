import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aBucket, whatIsLiveIn } from '../support/a-bucket.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const step = z.looseObject({ id: z.string().optional(), run: z.string().optional() });
const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.looseObject({
      strategy: z.looseObject({ matrix: z.object({ share: z.array(z.string()) }) }).optional(),
      steps: z.array(step),
    }),
  ),
});

test('The workflow of a large site builds it in shares, puts them together without rendering, and deploys it', async () => {
  const { jobs } = workflow.parse(parse(readFileSync('.github/workflows/large-site.yml', 'utf8')));
  const bucket = await aBucket();

  /** Runs a step on a machine of its own: a folder with the code, and nothing of an earlier site. */
  const run = (machine: string, job: string, id: string, env: Record<string, string> = {}) => {
    const script = jobs[job]?.steps.find((one) => one.id === id)?.run ?? 'exit 9';
    const output = join(machine, 'output');
    const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', script], {
      cwd: machine,
      encoding: 'utf8',
      env: { ...process.env, CI: 'true', GITHUB_OUTPUT: output, ...bucket.env, ...env },
    });
    expect([job, status, stderr]).toEqual([job, 0, '']);
    const given = existsSync(output) ? readFileSync(output, 'utf8') : '';
    return { stdout, given: Object.fromEntries(given.split('\n').map((line) => line.split('='))) };
  };
  const aMachine = () => {
    const dir = aTemporaryFolder();
    for (const entry of execFileSync('git', ['ls-files'], { encoding: 'utf8' }).trim().split('\n'))
      if (/^(app|components|content|lib|pinned-node)\/|^[^/]+$/.test(entry)) cpSync(entry, join(dir, entry));
    // Compiling the code takes each of them most of a minute.
    if (existsSync('.next')) cpSync('.next', join(dir, '.next'), { recursive: true });
    execFileSync('cp', ['-al', join(process.cwd(), 'node_modules'), join(dir, 'node_modules')]);
    return dir;
  };

  const NOW = run(aMachine(), 'begin', 'now').given['now'] ?? '';
  const joining = aMachine();
  const shares = jobs['share']?.strategy?.matrix.share ?? [];
  expect(shares).toHaveLength(4);
  for (const SHARE of shares) {
    const machine = aMachine();
    const { stdout, given } = run(machine, 'share', 'share', { SHARE, NOW });
    expect(stdout).toContain(`The share ${SHARE} is in the cache`);
    expect(given['name']).toBe(`share-${SHARE[0]}`);
    expect(existsSync(join(machine, 'out'))).toBe(false);
    cpSync(join(machine, 'made'), join(joining, 'made'), { recursive: true });
  }
  const joined = run(joining, 'join', 'join', { NOW }).stdout;
  const [, taken = '', all = ''] = /Cache: (\d+) of (\d+) outputs taken/.exec(joined) ?? [];
  expect(Number(all) - Number(taken)).toBeLessThanOrEqual(2);
  const deploy = aMachine();
  mkdirSync(deploy, { recursive: true });
  cpSync(join(joining, 'site.tar'), join(deploy, 'site.tar'));
  expect(run(deploy, 'deploy', 'deploy', { BUCKET: bucket.root }).stdout).toContain('is live in s3://news/site');
  const live = await whatIsLiveIn(bucket);
  expect(live.wrong).toEqual([]);
  expect(Object.keys(live.files)).toContain('index.html');
});
