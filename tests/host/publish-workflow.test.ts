import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const workflow = z.object({
  jobs: z.object({
    publish: z.object({ steps: z.array(z.looseObject({ id: z.string().optional(), run: z.string().optional() })) }),
  }),
});

/** What the step of the workflow that looks whether anything is due says, for an event and a schedule. */
function isDue(event: string, next: string[] | undefined): string {
  const { jobs } = workflow.parse(parse(readFileSync('.github/workflows/publish.yml', 'utf8')));
  const step = jobs.publish.steps.find(({ id }) => id === 'look');
  const cwd = aTemporaryFolder();
  mkdirSync(join(cwd, 'out.press'));
  if (next)
    writeFileSync(join(cwd, 'out.press/schedule.json'), JSON.stringify({ asOf: '2026-01-01T00:00:00.000Z', next }));
  const output = join(cwd, 'output');
  execFileSync('bash', ['-eo', 'pipefail', '-c', step?.run ?? 'exit 1'], {
    cwd,
    env: { ...process.env, EVENT: event, GITHUB_OUTPUT: output },
  });
  return readFileSync(output, 'utf8');
}

describe('The workflow that publishes builds', () => {
  const [past, future] = [new Date(Date.now() - 60_000).toISOString(), new Date(Date.now() + 60_000).toISOString()];

  test.each([
    ['after a push', 'push', [future], true],
    ['when an instant of the schedule has passed', 'schedule', [past, future], true],
    ['not before', 'schedule', [future], false],
    ['not where nothing changes by itself', 'schedule', [], false],
    ['where it does not know of an earlier build', 'schedule', undefined, true],
  ])('%s', (_what, event, next, due) => {
    expect(isDue(event, next)).toBe(`due=${due}\n`);
  });
});
