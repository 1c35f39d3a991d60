import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { newSite } from '@/lib/authoring/new-site.ts';
import { commandLine } from '../support/command-script.ts';
import { aContentFolder } from '../support/content-folder.ts';
import { longTest } from '../support/runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';
import { committing, withGit } from '../support/with-git.ts';

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
          if: z.string().optional(),
          'working-directory': z.string().optional(),
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
  const scripts = { check: commandLine('check') };
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
function checkedAgainst(cwd: string, before: string, content = 'content'): { status: number | null; output: string } {
  const { status, stdout } = spawnSync('bash', ['-eo', 'pipefail', '-c', check?.run ?? 'exit 99'], {
    cwd,
    env: { ...process.env, BEFORE: before, CONTENT: content },
    encoding: 'utf8',
  });
  return { status, output: stdout };
}

describe('The workflow that checks the content', () => {
  test('compares a pull request with the branch it is for, and a push with the commit before it', () => {
    expect(check?.env?.['BEFORE']).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
      "${{ inputs.since || github.event_name == 'pull_request' && format('origin/{0}', github.base_ref) || github.event.before }}",
    );
    const checkout = steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkout?.with?.['fetch-depth']).toBe(0);
  });

  longTest('reports an article that readers had and that is gone', () => {
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

describe('In a repository of content alone, the workflow that checks it', () => {
  /** The repository of a new publication, of which an article was published and is gone, with the engine in its folder. */
  function aPublication(): { repository: string; engine: string } {
    const repository = aTemporaryFolder();
    const engine = join(repository, '.standfirst');
    newSite(repository, { ...answers }, Date.now());
    const index = join(repository, 'articles/how-to-write-an-article/index.md');
    writeFileSync(
      index,
      readFileSync(index, 'utf8')
        .replace('draft: true\n', '')
        .replace(/published: .*/, published),
    );
    writeFileSync(join(repository, 'README.md'), 'Ours');
    withGit(repository, `git init --quiet && ${committing}`);
    rmSync(dirname(index), { recursive: true });
    writeFileSync(join(repository, 'topics/news.md'), '---\nnaem: News\n---\n');
    mkdirSync(engine);
    const scripts = { check: commandLine('check') };
    writeFileSync(join(engine, 'package.json'), JSON.stringify({ private: true, scripts }));
    return { repository, engine };
  }

  const answers = {
    name: 'The Harbour',
    url: 'https://harbour.example',
    lang: 'en-GB',
    timeZone: 'Europe/London',
    publisher: 'Harbour Press',
    contact: 'desk@harbour.example',
  };
  const published = 'published: 2026-01-01T09:00:00+00:00';

  test('runs the engine from a folder that is no content, and names each problem with its whole path', () => {
    const { repository, engine } = aPublication();

    const { status, output } = checkedAgainst(engine, 'HEAD', `${repository}/.`);

    expect(status).toBe(1);
    expect(output).toContain(`file=${repository}/topics/news.md,line=2,col=1,title=key-unknown::`);
    expect(output).toContain(`file=${repository}/articles/how-to-write-an-article`);
    expect(output).toContain('title=address-gone::');
    expect(output).not.toContain('.standfirst');
  });

  test('fetches the engine only if it is named, and installs and runs it where it is', () => {
    const engine = steps.find(({ with: given }) => given?.['path'] === '.standfirst');
    const places = steps.flatMap(({ 'working-directory': place }) => place ?? []);

    expect(engine).toMatchObject({ if: "inputs.engine != ''", with: { 'persist-credentials': false } });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
    expect(places).toEqual(Array(2).fill("${{ inputs.engine != '' && '.standfirst' || '.' }}"));
    expect(check?.env?.['CONTENT']).toBe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow
      "${{ inputs.engine != '' && format('{0}/{1}', github.workspace, inputs.content) || 'content' }}",
    );
  });
});
