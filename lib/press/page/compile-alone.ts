/**
 * Preloaded into the compiler's process: holds the lock as long as that process runs, so that no other compiler
 * starts; and ends the compiler when the build that started it ends.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hold } from '../../processes/lock.ts';
import { compilerSettings } from './compile.ts';

const settings = process.env[compilerSettings];
// Do not pass the settings on to processes that the compiler starts.
delete process.env[compilerSettings];

if (settings !== undefined) {
  const { lock, stamp, digest }: Record<'lock' | 'stamp' | 'digest', string> = JSON.parse(settings);
  process.once('disconnect', () => process.exit(1));
  await hold(lock, () => process.send?.('waiting'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) process.exit(0);
  process.send?.('compiling');
  process.once('exit', (code) => {
    if (code === 0) writeFileSync(stamp, digest);
  });
  // Listen to the build, but do not wait for it.
  process.channel?.unref();
}
