import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { commandScript } from './command-script.ts';

/** A server in its own process. */
export type StartedServer = { address: string; child: ChildProcess; errors: () => string };

/** Starts `npm start` on a free port, waits until it serves, and ends it with the test. */
export function startServer(...args: string[]): Promise<StartedServer> {
  return startServerAt('127.0.0.1', ...args);
}

/** The same with a value of `HOST`. */
export function startServerAt(host: string, ...args: string[]): Promise<StartedServer> {
  return startServerIn({ HOST: host }, ...args);
}

/** The same in an environment. */
export async function startServerIn(env: Record<string, string>, ...args: string[]): Promise<StartedServer> {
  const { child, errors } = startProcess(args, { PORT: '0', HOST: '127.0.0.1', ...env }, ['ignore', 'pipe', 'pipe']);
  let said = '';
  for await (const chunk of child.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    said += chunk;
    const address = /Serving .* at (http:\S+)/.exec(said)?.[1];
    if (address !== undefined) {
      // A pipe that nobody reads fills up.
      child.stdout?.resume();
      return { address, child, errors };
    }
  }
  throw new Error(`The server ended: ${said} ${errors()}`);
}

/** Starts `npm start` with an output that nobody here reads, waits until it serves, and ends it with the test. */
export async function startServerUnheard(output: number, ...args: string[]): Promise<StartedServer> {
  const port = await aFreePort();
  const env = { PORT: String(port), HOST: '127.0.0.1' };
  const { child, errors } = startProcess(args, env, ['ignore', output, 'pipe']);
  const address = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return { address, child, errors };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The server ended: ${errors()}`);
}

function startProcess(args: readonly string[], env: Record<string, string>, stdio: StdioOptions) {
  const child = spawn(process.execPath, [...commandScript('start'), ...args], {
    env: { ...process.env, ...env },
    stdio,
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill();
      await once(child, 'exit');
    }
  });
  return { child, errors: () => said };
}

async function aFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** How many files and connections a process has open (Linux only). */
export function openFilesOf({ pid }: ChildProcess): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** The memory that a process has now, in megabytes. */
export const memoryOf = (child: ChildProcess): number => megabytes(child, 'VmRSS');

/** The most memory that a process has had, in megabytes. */
export const peakMemoryOf = (child: ChildProcess): number => megabytes(child, 'VmHWM');

/** A figure about the memory of a process from Linux. */
function megabytes({ pid }: ChildProcess, name: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
}
