import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { alone } from '@/lib/processes/lock.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('A lock', () => {
  test('lets one piece of work begin when the other has ended, and says so once', async () => {
    const file = join(aTemporaryFolder(), 'a.lock.db');
    const events: string[] = [];
    const first = alone(
      file,
      () => {},
      async () => {
        events.push('first begins');
        await new Promise((resolve) => setTimeout(resolve, 350));
        events.push('first ends');
      },
    );
    while (events.length === 0) await setImmediate();
    const second = alone(
      file,
      () => events.push('second waits'),
      async () => {
        events.push('second begins');
      },
    );
    await Promise.all([first, second]);
    expect(events).toEqual(['first begins', 'second waits', 'first ends', 'second begins']);
  });

  test('is free again when its holder is killed', async () => {
    const file = join(aTemporaryFolder(), 'b.lock.db');
    const script = `import { alone } from './lib/processes/lock.ts';
      await alone(${JSON.stringify(file)}, () => {}, async () => { console.log('held'); await new Promise((r) => setTimeout(r, 60000)); });`;
    const holder = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    let waited = false;
    const work = alone(
      file,
      () => {
        waited = true;
        holder.kill('SIGKILL');
      },
      async () => 'done',
    );
    expect(await work).toBe('done');
    expect(waited).toBe(true);
  });
});
