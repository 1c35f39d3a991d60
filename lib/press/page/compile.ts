import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { alone } from '../../processes/lock.ts';
import { WorkError } from '../../processes/work-error.ts';
import { cacheCode, restoreCode } from './code-cache.ts';

/** Where Next puts the compiled code. */
const compiled = '.next';

/** The file in it with the digest of the code. Next empties the folder when it compiles, which deletes the stamp. */
const stamp = 'standfirst-code.txt';

/** The lock of the process in which Next compiles, so that only one does. */
const lock = join('node_modules', '.cache', 'standfirst', 'compile.lock.db');

/** The environment variable that tells the compiler's process which lock to hold, and what to write at its end. */
export const compilerSettings = 'STANDFIRST_COMPILER';

const words = {
  waiting: 'Another build is compiling the code. Waiting for it to end …',
  compiling: 'Compiling the code, which takes about 15 seconds and is needed only when code has changed …',
};

/**
 * Compiles the app with Next if its code has changed since the last time.
 *
 * @param root The project's folder.
 * @param digest Identifies the code to compile.
 * @param keptIn A folder that caches compiled code.
 * @throws WorkError with the compiler's own words if the code does not compile.
 */
export async function compile(
  root: string,
  digest: string,
  say: (line: string) => void,
  keptIn?: string,
): Promise<void> {
  const folder = join(root, compiled);
  const stampFile = join(folder, stamp);
  const isCompiled = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest;
  if (isCompiled()) return;
  if (keptIn !== undefined && existsSync(keptIn)) {
    await alone(
      join(root, lock),
      () => say(words.waiting),
      async () => {
        if (!isCompiled() && restoreCode(folder, keptIn, digest)) writeFileSync(stampFile, digest);
      },
    );
    if (isCompiled()) return;
  }
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const first = pathToFileURL(join(import.meta.dirname, 'compile-alone.ts')).href;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    [compilerSettings]: JSON.stringify({ lock: join(root, lock), stamp: stampFile, digest }),
  };
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', first, next, 'build', '--experimental-build-mode', 'compile'], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('message', (what: keyof typeof words) => say(words[what]));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) return resolve();
      reject(new WorkError(`The code does not compile. Next says:\n${Buffer.concat(output).toString()}`));
    });
  });
  if (keptIn !== undefined) cacheCode(folder, keptIn, digest, stamp);
}
