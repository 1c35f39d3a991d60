import { spawnSync } from 'node:child_process';

/** More than the Markdown of any archive, in bytes. */
const mostBytes = 2 ** 30;

/**
 * Runs git in a folder, without a shell and in English.
 *
 * @param input What it reads.
 * @returns Its exit status, what it writes, and the first line of what it says is wrong; `undefined` if git is not installed.
 */
export function git(
  dir: string,
  args: readonly string[],
  input = '',
): { status: number | null; output: Buffer; fault: string } | undefined {
  // Inside of a hook, git names its own repository to all that it runs.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...env } = process.env;
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', dir, ...args], {
    input,
    env: { ...env, LC_ALL: 'C' },
    maxBuffer: mostBytes,
  });
  if (error && 'code' in error && error.code === 'ENOENT') return undefined;
  if (error) throw error;
  return { status, output: stdout, fault: stderr.toString().trim().split('\n')[0] ?? '' };
}
