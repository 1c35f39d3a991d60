import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const folder = '.github/workflows';

const permissions = z.record(z.string(), z.enum(['read', 'write'])).optional();
const step = z.looseObject({
  id: z.string().optional(),
  run: z.string().optional(),
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).optional(),
});
const workflow = z.looseObject({
  permissions,
  jobs: z.record(
    z.string(),
    z.looseObject({
      permissions,
      needs: z.string().optional(),
      uses: z.string().optional(),
      steps: z.array(step).default([]),
    }),
  ),
});

const workflows = readdirSync(folder).map((file) => ({
  file,
  ...workflow.parse(parse(readFileSync(join(folder, file), 'utf8'))),
}));
const publishing = workflows.find(({ file }) => file === 'publish.yml');

/** What the step of the workflow that looks whether anything is due says, for an event, the last build and its schedule. */
function isDue(event: string, last: string, next: string[]): string {
  const look = publishing?.jobs['build']?.steps.find(({ id }) => id === 'look');
  const cwd = aTemporaryFolder();
  mkdirSync(join(cwd, 'out.press'));
  writeFileSync(join(cwd, 'out.press/schedule.json'), JSON.stringify({ asOf: '2026-01-01T00:00:00.000Z', next }));
  const output = join(cwd, 'output');
  execFileSync('bash', ['-eo', 'pipefail', '-c', look?.run ?? 'exit 1'], {
    cwd,
    env: { ...process.env, EVENT: event, SHA: 'abc', LAST: last, GITHUB_OUTPUT: output },
  });
  return readFileSync(output, 'utf8');
}

describe('The workflow that publishes builds', () => {
  const [past, future] = [new Date(Date.now() - 60_000).toISOString(), new Date(Date.now() + 60_000).toISOString()];

  test.each([
    ['after a push', 'push', 'site-abc-1-1', [future], true],
    ['when an instant of the schedule has passed', 'schedule', 'site-abc-1-1', [past, future], true],
    ['not before', 'schedule', 'site-abc-1-1', [future], false],
    ['not if nothing changes by itself', 'schedule', 'site-abc-1-1', [], false],
    ['not by the schedule a commit that has not been published', 'schedule', 'site-abcd-1-1', [past], false],
    ['not by the schedule if there is no earlier build', 'schedule', '', [past], false],
  ])('%s', (_what, event, last, next, due) => {
    expect(isDue(event, last, next)).toBe(`due=${due}\n`);
  });

  test('after the tests', () => {
    const { jobs } = workflow.parse(publishing);

    expect(jobs['test']?.uses).toBe('./.github/workflows/test.yml');
    expect(jobs['build']?.needs).toBe('test');
    expect(jobs['deploy']?.needs).toBe('build');
  });
});

describe.each(workflows)('The workflow $file', ({ file, permissions: common, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('uses each action by a full commit, and names its version beside it', () => {
    const lines = readFileSync(join(folder, file), 'utf8').match(/(?<=uses: )(?!\.\/).*/g) ?? [];

    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('lets no job write that runs commands', () => {
    const writes = (given: z.infer<typeof permissions>) => Object.values(given ?? {}).includes('write');

    expect(writes(common)).toBe(false);
    expect(
      Object.entries(jobs).flatMap(([name, job]) =>
        writes(job.permissions) && job.steps.some(({ run }) => run !== undefined) ? name : [],
      ),
    ).toEqual([]);
  });

  test('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    expect(checkouts.filter((checkout) => checkout.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});
