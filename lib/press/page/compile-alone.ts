/**
 * Is loaded into the process of the compiler, before it: holds the lock for as long as that process lives, whatever
 * becomes of the build that has started it, so that no other compiler begins beside it; and ends it with that build.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hold } from '../../processes/lock.ts';
import { compilerSettings } from './compile.ts';

const settings = process.env[compilerSettings];
// What the compiler itself starts is none of this module's business.
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
  // The build is listened to, but not waited for.
  process.channel?.unref();
}
