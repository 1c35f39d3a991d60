import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes the code of a commit into a folder of its own and installs what it needs.
 *
 * @param ref A branch, a tag or a commit of this repository.
 * @param dir The folder; what was in it is gone.
 * @throws Error with what git or npm says if one of them cannot do its part.
 */
export function checkOut(ref: string, dir: string): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const archive = join(dir, 'code.tar');
  run('git', ['archive', '--format=tar', '--output', archive, ref], '.');
  run('tar', ['-xf', archive, '-C', dir], '.');
  rmSync(archive);
  run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], dir);
}

/** The full name of a commit; `undefined` if there is none of that name. */
export function commitOf(ref: string): string | undefined {
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`${command} ${args[0]} in ${cwd} failed: ${error?.message ?? stderr}`);
}
