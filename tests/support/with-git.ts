import { execFileSync } from 'node:child_process';

/** Who commits, and what a repository begins with, whatever git is told on this machine. */
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

/** Puts all that lies in a repository into a commit. */
export const committing = 'git add --all && git commit --quiet --message "As it was"';

/**
 * Runs a line of a shell with commands of git in a folder, and returns what they print. Several commands in one line
 * cost one start of a process, which is slow in a test run because its own process is large.
 */
export function withGit(dir: string, line: string): string {
  return execFileSync('sh', ['-ec', line], { cwd: dir, env: { ...process.env, ...settings }, encoding: 'utf8' });
}
