import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { endWorkers, inBatches, shareOut, startWorkers } from '@/lib/processes/worker-pool.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

type Batch = { numbers: number[] };
type Answer = { sum: number; by: string };

/** Workers that add numbers up, and do what their settings say at the number 13. */
function adders(count: number, settings: { at13?: 'throw' | 'exit' } = {}) {
  const script = join(aTemporaryFolder(), 'adder.mjs');
  const shareOutModule = join(import.meta.dirname, '../../../lib/processes/worker-pool.ts');
  writeFileSync(
    script,
    `import { doBatches } from ${JSON.stringify(shareOutModule)};
    const { at13 } = JSON.parse(process.argv[2]);
    doBatches(async ({ numbers }) => {
      if (numbers.includes(13) && at13 === 'throw') throw new Error('13 is bad luck.');
      if (numbers.includes(13) && at13 === 'exit') process.exit(7);
      return { sum: numbers.reduce((a, b) => a + b, 0), by: String(process.pid) };
    });`,
  );
  const workers = startWorkers(script, settings, count);
  onTestFinished(() => endWorkers(workers));
  return workers;
}

const numbers = Array.from({ length: 40 }, (_, index) => index);
const batches = inBatches(numbers, 3).map((some): Batch => ({ numbers: some }));
const add = ({ numbers: some }: Batch): Answer => ({ sum: some.reduce((a, b) => a + b, 0), by: 'here' });

describe('Work that is shared out', { timeout: 30_000 }, () => {
  test('is all done, each batch once', async () => {
    const answers: Answer[] = [];

    await shareOut<Batch, Answer>(adders(2), batches, (answer) => answers.push(answer));

    expect(answers).toHaveLength(14);
    expect(answers.reduce((total, { sum }) => total + sum, 0)).toBe(780);
  });

  test('is done here as well where this process helps', async () => {
    const answers: Answer[] = [];

    await shareOut<Batch, Answer>(adders(1), batches, (answer) => answers.push(answer), add);

    expect(answers.some(({ by }) => by === 'here')).toBe(true);
    expect(answers.reduce((total, { sum }) => total + sum, 0)).toBe(780);
  });

  test('is done here alone where there is no worker', async () => {
    const answers: Answer[] = [];

    await shareOut<Batch, Answer>([], batches, (answer) => answers.push(answer), add);

    expect(new Set(answers.map(({ by }) => by))).toEqual(new Set(['here']));
    expect(answers).toHaveLength(14);
  });

  test.each([
    ['a worker cannot do its batch, in its words', 'throw', '13 is bad luck.'],
    ['a worker ends in the middle of it', 'exit', 'A worker ended with status 7.'],
  ] as const)('fails where %s', async (_what, at13, message) => {
    await expect(shareOut(adders(2, { at13 }), batches, () => {})).rejects.toThrow(message);
  });

  test('fails where a worker has ended before it was given any', async () => {
    const workers = adders(1);
    workers[0]?.kill('SIGKILL');
    while (workers[0]?.connected) await setTimeout(10);

    await expect(shareOut(workers, batches, () => {})).rejects.toThrow('A worker ended with status SIGKILL.');
  });

  test('leaves no worker behind', async () => {
    const workers = adders(2);

    await shareOut(workers, batches, () => {});

    while (workers.some(({ exitCode }) => exitCode === null)) await setTimeout(10);
    expect(workers.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
  });
});
