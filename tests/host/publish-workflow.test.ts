import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
      needs: z.union([z.string(), z.array(z.string())]).optional(),
      if: z.string().optional(),
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

  /** Runs the step that builds the site, in whose place a program ends with a status of its own. */
  function buildEndingWith(status: number): { ended: number | null; output: string; published: boolean } {
    const cwd = aTemporaryFolder();
    const bin = join(cwd, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'npm'), `#!/bin/sh\n[ "$*" = "run build" ] && exit ${status}\n`, { mode: 0o755 });
    writeFileSync(join(bin, 'rsync'), `#!/bin/sh\ntouch published\n`, { mode: 0o755 });
    const output = join(cwd, 'output');
    writeFileSync(output, '');
    const build = publishing?.jobs['build']?.steps.find(({ id }) => id === 'build');
    const { status: ended } = spawnSync('bash', ['-eo', 'pipefail', '-c', build?.run ?? 'exit 99'], {
      cwd,
      env: { ...process.env, PATH: `${bin}:${process.env['PATH']}`, GITHUB_OUTPUT: output },
    });
    return { ended, output: readFileSync(output, 'utf8'), published: existsSync(join(cwd, 'published')) };
  }

  test.each([
    [0, 'when the site is finished', { ended: 0, output: 'status=0\n', published: true }],
    [
      3,
      'when it is finished and an article at fault kept its pages',
      { ended: 0, output: 'status=3\n', published: true },
    ],
    [1, 'not when the content or the code is at fault', { ended: 1, output: '', published: false }],
    [2, 'not when the call is at fault', { ended: 2, output: '', published: false }],
  ])('at an exit status of %i: %s', (status, _what, expected) => {
    expect(buildEndingWith(status)).toEqual(expected);
  });

  test('and fails after that if an article at fault kept its pages', () => {
    const { jobs } = workflow.parse(publishing);
    const { needs, if: condition, steps = [] } = jobs['at-fault'] ?? {};

    expect(needs).toEqual(['build', 'deploy']);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
    expect(condition).toBe("${{ !cancelled() && needs.build.outputs.status == '3' }}");
    expect(spawnSync('bash', ['-c', steps[0]?.run ?? '']).status).toBe(1);
  });

  test('without waiting for the check of the content, which would stop all articles for the fault of one', () => {
    const { jobs } = workflow.parse(publishing);
    const runs = (file: string) =>
      Object.values(workflows.find((one) => one.file === file)?.jobs ?? {}).flatMap((job) =>
        job.if?.includes('pull_request') ? [] : [job.uses, ...job.steps.map(({ run }) => run)],
      );
    const check = expect.stringMatching(/run check|content\.yml/);

    expect(jobs['content']?.uses).toBe('./.github/workflows/content.yml');
    expect(runs('content.yml')).toContainEqual(check);
    expect(runs('test.yml')).not.toContainEqual(check);
    expect(Object.values(jobs).flatMap((job) => job.needs ?? [])).not.toContain('content');
  });

  test('after the tests', () => {
    const { jobs } = workflow.parse(publishing);

    expect(jobs['test']?.uses).toBe('./.github/workflows/test.yml');
    expect(jobs['build']?.needs).toBe('test');
    expect(jobs['deploy']?.needs).toBe('build');
  });
});

describe('The workflow that publishes records what appeared on schedule', () => {
  const script = (job: string, id: string) =>
    publishing?.jobs[job]?.steps.find((one) => one.id === id)?.run ?? 'exit 1';
  const versions = 'content/articles/storm/versions';

  /** A repository with an article and its first version, and a clone in which a job works. */
  function aClone(): { origin: string; clone: string } {
    const dir = aTemporaryFolder();
    const [seed, origin, clone] = ['seed', 'origin.git', 'clone'].map((name) => join(dir, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(join(seed, versions), { recursive: true });
    writeFileSync(join(seed, 'content/articles/storm/index.md'), 'The storm\n');
    writeFileSync(join(seed, versions, '1.md'), 'One\n');
    git(seed, 'init', '-qb', 'main');
    git(seed, 'add', '-A');
    git(seed, '-c', 'user.name=Ada', '-c', 'user.email=ada@harbour.example', 'commit', '-qm', 'One');
    git(dir, 'clone', '-q', '--bare', seed, origin);
    git(dir, 'clone', '-q', origin, clone);
    return { origin, clone };
  }

  const git = (cwd: string, ...command: string[]) =>
    execFileSync('git', command, { cwd, encoding: 'utf8', stdio: 'pipe' });

  const run = (cwd: string, text: string, env: Record<string, string>) =>
    execFileSync('bash', ['-eo', 'pipefail', '-c', text], { cwd, env: { ...process.env, ...env }, stdio: 'pipe' });

  /** What the job that reads hands over. */
  function taken(clone: string): string {
    const output = join(clone, '../output');
    writeFileSync(output, '');
    run(clone, script('due', 'take'), { GITHUB_OUTPUT: output });
    return /^patch=(.*)$/m.exec(readFileSync(output, 'utf8'))?.[1] ?? '';
  }

  test('as a commit of the new versions, and of nothing else', () => {
    const { origin, clone } = aClone();
    writeFileSync(join(clone, versions, '2.md'), 'Two\n');
    writeFileSync(join(clone, 'content/articles/storm/index.md'), 'Another text\n');
    writeFileSync(join(clone, 'evil.yml'), 'on: push\n');
    const PATCH = taken(clone);
    const writer = join(clone, '../writer');
    git(join(clone, '..'), 'clone', '-q', origin, writer);
    run(writer, script('record', 'commit'), { PATCH, REMOTE: origin });
    expect(git(origin, 'show', '--name-status', '--format=%s', 'main').trim()).toBe(
      `Record what appeared on schedule\n\nA\t${versions}/2.md`,
    );
  });

  test('not if nothing is due', () => {
    expect(taken(aClone().clone)).toBe('');
  });

  test.each([
    ['a version that is recorded', `${versions}/1.md`, 'Rewritten\n'],
    ['another file', '.github/workflows/evil.yml', 'on: push\n'],
  ])('and refuses a patch that touches %s', (_what, path, text) => {
    const { origin, clone } = aClone();
    mkdirSync(join(clone, path, '..'), { recursive: true });
    writeFileSync(join(clone, path), text);
    git(clone, 'add', '--intent-to-add', '-A');
    const PATCH = Buffer.from(git(clone, 'diff')).toString('base64');
    const writer = join(clone, '../writer');
    git(join(clone, '..'), 'clone', '-q', origin, writer);
    const before = git(origin, 'rev-parse', 'main');
    expect(() => run(writer, script('record', 'commit'), { PATCH, REMOTE: origin })).toThrow();
    expect(git(origin, 'rev-parse', 'main')).toBe(before);
  });
});

describe.each(workflows)('The workflow $file', ({ file, permissions: common, jobs }) => {
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test('uses each action by a full commit, and names its version beside it', () => {
    const lines = readFileSync(join(folder, file), 'utf8').match(/(?<=uses: )(?!\.\/).*/g) ?? [];

    expect(lines).not.toEqual([]);
    expect(lines.filter((line) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('lets no job write that runs code of packages', () => {
    const writes = (given: z.infer<typeof permissions>) => Object.values(given ?? {}).includes('write');

    expect(writes(common)).toBe(false);
    const writers = Object.values(jobs).filter((job) => writes(job.permissions));
    expect(writers.flatMap((job) => job.steps.flatMap(({ uses }) => uses ?? [])).join()).not.toContain('setup-node');
    // npm is named in a message alone.
    const commands = writers.flatMap((job) => job.steps.flatMap(({ run }) => run?.replace(/echo ".*"/g, '') ?? []));
    expect(commands.filter((run) => /\b(?:npm|npx|node|sh|bash|python|make)\b/.test(run))).toEqual([]);
  });

  test('leaves no credentials in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));

    expect(checkouts.filter((checkout) => checkout.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});
