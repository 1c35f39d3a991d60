import { spawnSync } from 'node:child_process';
import { Console } from 'node:console';
import { join } from 'node:path';
import { commandScript } from './command-script.ts';

/** How a command ended, and what it said. */
type Ended = { status: number | null; stdout: string; stderr: string };

/** Runs a command of `lib/commands/` as the scripts of package.json do, and waits until it ends. */
export function runCommand(name: string, args: readonly string[], env: Record<string, string> = {}): Ended {
  const root = join(import.meta.dirname, '../..');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...commandScript(name), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

let calls = 0;

/**
 * Calls a command in this process, which loads modules only once: for what depends only on arguments and files.
 * `runCommand` shows that it works in its own process.
 */
export async function callCommand(
  name: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ended> {
  const said = { stdout: '', stderr: '' };
  const before = { argv: process.argv, env: process.env, exitCode: process.exitCode };
  const streams = (['stdout', 'stderr'] as const).map((stream) => {
    const { write } = process[stream];
    const listeners = process[stream].listeners('error');
    process[stream].write = (text: string | Uint8Array) => {
      said[stream] += String(text);
      return true;
    };
    return () => {
      process[stream].write = write;
      for (const listener of process[stream].listeners('error') as ((error: Error) => void)[]) {
        if (!listeners.includes(listener)) process[stream].off('error', listener);
      }
    };
  });
  const { console } = globalThis;
  globalThis.console = new Console({ stdout: process.stdout, stderr: process.stderr });
  process.argv = [process.execPath, `lib/commands/${name}.ts`, ...args];
  process.env = { ...process.env, ...env };
  process.exitCode = undefined;
  try {
    await import(/* @vite-ignore */ `../../lib/commands/${name}.ts?call=${++calls}`);
    return { status: Number(process.exitCode ?? 0), ...said };
  } finally {
    Object.assign(process, before);
    globalThis.console = console;
    for (const putBack of streams) putBack();
  }
}
