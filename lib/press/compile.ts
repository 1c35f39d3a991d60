import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alone } from './lock.ts';
import { PressError } from './press-error.ts';

/** Where the digest of the compiled code is kept. Next empties the folder when it compiles, which takes the stamp away. */
const stamp = join('.next', 'standfirst-code.txt');

/** Held while Next compiles: it does so once at a time. */
const lock = join('node_modules', '.cache', 'standfirst', 'compile.lock.db');

/**
 * Compiles the app with Next where its code has changed since the last time.
 *
 * @param root The project's folder.
 * @param digest Names the code that is to be compiled.
 * @throws PressError with the compiler's own words where the code does not compile.
 */
export async function compile(root: string, digest: string, say: (line: string) => void): Promise<void> {
  const stampFile = join(root, stamp);
  const isCurrent = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
  if (isCurrent()) return;
  await alone(
    join(root, lock),
    () => say('Another build is compiling the code. Waiting for it to end …'),
    async () => {
      if (isCurrent()) return;
      say('Compiling the code, which takes about 15 seconds and is needed only when code has changed …');
      await runNextBuild(root);
      writeFileSync(stampFile, digest);
    },
  );
}

function runNextBuild(root: string): Promise<void> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const args = [next, 'build', '--experimental-build-mode', 'compile'];
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(new PressError(`The code does not compile. Next says:\n${Buffer.concat(output).toString()}`));
    });
  });
}
