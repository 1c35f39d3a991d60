import { spawnSync } from 'node:child_process';

/** The most bytes of output: more than the Markdown of any archive. */
const mostBytes = 2 ** 30;

/**
 * Runs git in a folder, without a shell and in English.
 *
 * @param input Its standard input.
 * @returns Its exit status, its output, and the first line of its error output; `undefined` if git is not installed.
 */
export function git(
  dir: string,
  args: readonly string[],
  input = '',
): { status: number | null; output: Buffer; fault: string } | undefined {
  // Inside a hook, git passes its own repository to every process in the environment.
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
