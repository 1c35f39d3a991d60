import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { onTestFinished } from 'vitest';

/** Starts `npm start` on a free port, waits until it serves, and ends it with the test. */
export async function startServer(...args: string[]): Promise<{ address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['lib/commands/start.ts', ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  });
  let said = '';
  for await (const chunk of child.stdout) {
    said += chunk;
    const address = /Serving .* at (http:\S+)/.exec(said)?.[1];
    if (address !== undefined) {
      return { address, child };
    }
  }
  throw new Error(`The server ended: ${said}`);
}
