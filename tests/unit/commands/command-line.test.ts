import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';

/** The standard error and the exit status of a command whose work throws an error. */
function endWith(error: string): { status: number | null; stderr: string } {
  const script = `import { readFileSync } from 'node:fs';
    import { runCommand } from './lib/commands/command-line.ts';
    import { WorkError, UnfinishedError } from './lib/processes/work-error.ts';
    import { ContentError } from './lib/model/problem.ts';
    const problem = { file: 'a.md', line: 1, column: 2, code: 'key-missing', message: 'It is missing.' };
    await runCommand({ name: 'npm run build', help: '', options: {} }, async () => { ${error}; });`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', script], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

describe('A build that fails', () => {
  test('says that the site was left as it was where it was', () => {
    expect(endWith("throw new WorkError('It cannot be pressed.')")).toEqual({
      status: 1,
      stderr: 'It cannot be pressed.\nThe site was not changed.\n',
    });
  });

  const unfinished = 'The site is only partly updated. Complete it: npm run build\n';
  test.each([
    ['the press', "new WorkError('It cannot be pressed.')", 'It cannot be pressed.\n'],
    ['the content', 'new ContentError([problem])', 'a.md:1:2  error  key-missing  It is missing.\n'],
  ])('says that the site is in two states where it had begun to change it: %s', (_what, cause, words) => {
    expect(endWith(`throw new UnfinishedError(${cause})`)).toEqual({ status: 1, stderr: `${words}${unfinished}` });
  });

  test('says what the system lacks, without a stack trace, before or after it had begun', () => {
    for (const [work, end] of [
      ["readFileSync('no/such/file')", ''],
      ["try { readFileSync('no/such/file') } catch (error) { throw new UnfinishedError(error) }", unfinished],
    ] as const) {
      const { status, stderr } = endWith(work);
      expect(status).toBe(1);
      expect(stderr).toBe(`A file or folder is missing: no/such/file. Fix this, then try again.\n${end}`);
    }
  });

  test('has a stack trace for whoever mends it where the code is at fault', () => {
    const { status, stderr } = endWith('undefined.nothing');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^This is a bug in Standfirst\. Please report it with these lines:\nTypeError: /);
    expect(stderr).toMatch(/^\s+at /m);
  });
});
