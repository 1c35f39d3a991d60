import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { aContentFolder } from '../support/content-folder.ts';

const workflow = z.object({
  jobs: z.object({
    check: z.object({
      steps: z.array(
        z.looseObject({
          id: z.string().optional(),
          uses: z.string().optional(),
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  }),
});

const { steps } = workflow.parse(parse(readFileSync('.github/workflows/content.yml', 'utf8'))).jobs.check;
const check = steps.find(({ id }) => id === 'check');

/** A repository whose `main` has an article that the branch being checked has no more, and a check of its content. */
function aBranchWithoutItsArticle(): string {
  const cwd = dirname(aContentFolder());
  const command = join(process.cwd(), 'lib/commands/check.ts');
  const scripts = { check: `"${process.execPath}" "${command}"` };
  writeFileSync(join(cwd, 'package.json'), JSON.stringify({ private: true, scripts }));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@harbour.example', ...args], { cwd }).toString();
  git('init', '-qb', 'main');
  git('add', '-A');
  git('commit', '-qm', 'Publish the storm');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  rmSync(join(cwd, 'content/articles/storm'), { recursive: true });
  git('commit', '-qam', 'Take the storm away');
  return cwd;
}

/** Runs the step that checks, which compares with a commit or a branch. */
function checkedAgainst(cwd: string, before: string): { status: number | null; output: string } {
  const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', check?.run ?? 'exit 99'], {
    cwd,
    env: { ...process.env, BEFORE: before },
    encoding: 'utf8',
  });
  return { status, output: stdout };
}

describe('The workflow that checks the content', () => {
  test('compares a pull request with the branch it is for, and a push with the commit before it', () => {
    expect(check?.env?.['BEFORE']).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
      "${{ github.event_name == 'pull_request' && format('origin/{0}', github.base_ref) || github.event.before }}",
    );
    const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['fetch-depth']).toBe(0);
  });

  test('reports an article that readers had and that is gone', () => {
    const { status, output } = checkedAgainst(aBranchWithoutItsArticle(), 'origin/main');
    expect(output).toContain('title=address-gone::');
    expect(status).toBe(1);
  });

  test.each([
    ['a branch is new, or was replaced by force', '0'.repeat(40)],
    ['the run was started by hand', ''],
  ])('checks the content alone if git has no commit before it, since %s', (_what, before) => {
    const { status, output } = checkedAgainst(aBranchWithoutItsArticle(), before);
    expect(output).not.toContain('address-gone');
    expect(output).toContain('::notice::');
    expect(output).toContain('in content/');
    expect(status).toBe(0);
  });
});
