import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inThread } from '@/lib/processes/in-thread.ts';
import { WorkError } from '@/lib/processes/work-error.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** Runs a script in a thread. */
function run(script: string, data = {}): Promise<unknown> {
  const file = join(aTemporaryFolder(), 'script.mjs');
  writeFileSync(file, `import { parentPort, workerData } from 'node:worker_threads';\n${script}`);
  return inThread(file, data);
}

describe('Work in a thread', () => {
  test('answers with what the thread posts, from what it was given', async () => {
    expect(await run('parentPort.postMessage(new Map([[workerData.name, 2]]));', { name: 'a' })).toEqual(
      new Map([['a', 2]]),
    );
  });

  test('fails as the thread does: an error for users stays one', async () => {
    const error = "Object.assign(new Error('No index.'), { name: 'WorkError' })";
    await expect(run(`throw ${error};`)).rejects.toEqual(new WorkError('No index.'));
    await expect(run(`throw ${error};`)).rejects.toBeInstanceOf(WorkError);
    await expect(run("throw new RangeError('Too far.');")).rejects.toBeInstanceOf(RangeError);
  });

  test('fails if the thread ends without an answer', async () => {
    await expect(run('process.exit(0);')).rejects.toThrow(/gave no answer/);
  });
});
