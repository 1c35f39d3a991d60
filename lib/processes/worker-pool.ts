import { type ChildProcess, fork } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { WorkError } from './work-error.ts';

/** What a worker that could not do its work answers, in its own words. */
type Failure = { kind: 'failed'; message: string };

/** Megabytes of heap that a worker may use. It needs a quarter; without a bound it would let garbage lie. */
const workerHeap = 320;

/**
 * Megabytes in which new objects are made: with Node's 16 what parsing leaves is moved about before it can be forgotten,
 * which takes a tenth of the time.
 */
const newObjects = 32;

/** How many batches a worker is given at once: while it does one, the next is already there. */
const atOnce = 2;

/**
 * Starts worker processes, which take the better part of a second until they are ready; {@link endWorkers} ends them.
 *
 * @param script The module that each worker runs; it calls {@link doBatches}.
 * @param settings What every worker has to know, as JSON can say it.
 */
export function startWorkers(script: string, settings: object, count: number): ChildProcess[] {
  return Array.from({ length: count }, () => {
    const worker = fork(script, [JSON.stringify(settings)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${workerHeap}`, `--max-semi-space-size=${newObjects}`],
    });
    // One that cannot be started is reported when it is given work.
    worker.on('error', () => {});
    return worker;
  });
}

/** Ends workers when they have done what they are at. */
export function endWorkers(workers: readonly ChildProcess[]): void {
  for (const worker of workers) if (worker.connected) worker.disconnect();
}

/**
 * Shares batches among workers, which end with it.
 *
 * @param receive Is given each answer as it comes; batches end in any order.
 * @param here Does a batch in this process, which helps the workers then; a batch should be short, for no answer is
 * received meanwhile.
 * @throws WorkError with a worker's own words where one of them fails; the others are ended.
 */
export async function shareOut<Batch extends object, Answer extends object>(
  workers: readonly ChildProcess[],
  batches: readonly Batch[],
  receive: (answer: Answer) => void,
  here?: (batch: Batch) => Answer,
): Promise<void> {
  const waiting = [...batches];
  try {
    const served = Promise.all(workers.map((worker) => serve(worker, waiting, receive)));
    await Promise.all([served, here && doHere(waiting, here, receive)]);
  } finally {
    endWorkers(workers);
  }
}

function serve<Batch extends object, Answer extends object>(
  worker: ChildProcess,
  waiting: Batch[],
  receive: (answer: Answer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let under = 0;
    const next = () => {
      const batch = waiting.shift();
      if (batch) worker.send(batch);
      under += batch ? 1 : 0;
      if (under === 0) resolve();
    };
    worker.on('message', (answer: Answer | Failure) => {
      if (isFailure(answer)) return reject(new WorkError(answer.message));
      receive(answer);
      under -= 1;
      next();
    });
    const ended = () => new WorkError(`A worker ended with status ${worker.exitCode ?? worker.signalCode}.`);
    worker.on('error', reject);
    worker.on('exit', () => reject(ended()));
    if (!worker.connected) {
      // One that has just been let go has not said how it ended yet, and does so next.
      if ((worker.exitCode ?? worker.signalCode) !== null) reject(ended());
      return;
    }
    for (let batch = 0; batch < atOnce; batch++) next();
  });
}

async function doHere<Batch, Answer>(
  waiting: Batch[],
  here: (batch: Batch) => Answer,
  receive: (answer: Answer) => void,
): Promise<void> {
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    receive(here(batch));
    // The answers of workers come in between.
    await setImmediate();
  }
}

function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && answer.kind === 'failed';
}

/** What a worker does: answers the batches that come, one after the other, and ends with its parent. */
export function doBatches<Batch, Answer extends object>(carryOut: (batch: Batch) => Promise<Answer>): void {
  let done = Promise.resolve();
  process.on('message', (batch: Batch) => {
    done = done.then(async () => {
      const answer = await carryOut(batch).catch((error: unknown): Failure => {
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      });
      // A parent that is gone needs no answer: this process ends with it.
      process.send?.(answer, undefined, undefined, () => {});
    });
  });
  process.on('disconnect', () => process.exit(0));
}

/** Cuts a list into batches; the shorter they are, the less do processes wait for each other at the end. */
export function inBatches<Piece>(pieces: readonly Piece[], size = 25): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / size) }, (_, index) =>
    pieces.slice(index * size, (index + 1) * size),
  );
}
