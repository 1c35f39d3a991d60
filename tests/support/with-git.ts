import { execFileSync } from 'node:child_process';

/** The committer and the initial branch, independent of this machine's settings of git. */
const settings = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'init.defaultBranch',
  GIT_CONFIG_VALUE_0: 'main',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

/** Commits everything in a repository. */
export const committing = 'git add --all && git commit --quiet --message "As it was"';

/**
 * Runs a shell line with git commands in a folder, and returns their output. Several commands in one line cost
 * only one process start, which is slow in a test run because its own process is large.
 */
export function withGit(dir: string, line: string): string {
  return execFileSync('sh', ['-ec', line], { cwd: dir, env: { ...process.env, ...settings }, encoding: 'utf8' });
}
