import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** How a command ended, and what it said. */
type Ended = { status: number | null; stdout: string; stderr: string };

/** Runs a command of `lib/commands/` as the scripts of package.json do, and waits for its end. */
export function runCommand(name: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const root = join(import.meta.dirname, '../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, [`lib/commands/${name}.ts`, ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}
