import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { PressError } from './press-error.ts';

/** What a worker that could not do its work answers, in its own words. */
type Failure = { kind: 'failed'; message: string };

/** Megabytes of heap that a worker may use. It needs a quarter; without a bound it would let garbage lie. */
const workerHeap = 320;

/**
 * Megabytes in which new objects are made: with Node's 16 what parsing leaves is moved about before it can be forgotten,
 * which takes a tenth of the time.
 */
const newObjects = 32;

/** So many pieces a batch: few enough that no worker is idle for long at the end. */
const batchSize = 25;

/**
 * Shares batches among worker processes, one for each core.
 *
 * @param script The module that each worker runs; it calls {@link doBatches}.
 * @param settings What every worker has to know, as JSON can say it.
 * @param receive Is given each answer as it comes; batches end in any order.
 * @throws PressError with a worker's own words where one of them fails; the others are ended.
 */
export async function shareOut<Batch extends object, Answer extends object>(
  script: string,
  settings: object,
  batches: readonly Batch[],
  receive: (answer: Answer) => void,
): Promise<void> {
  const waiting = [...batches];
  const count = Math.min(availableParallelism(), waiting.length);
  const workers = Array.from({ length: count }, () =>
    fork(script, [JSON.stringify(settings)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${workerHeap}`, `--max-semi-space-size=${newObjects}`],
    }),
  );
  try {
    await Promise.all(workers.map((worker) => serve(worker, waiting, receive)));
  } finally {
    for (const worker of workers) if (worker.connected) worker.disconnect();
  }
}

function serve<Batch extends object, Answer extends object>(
  worker: ChildProcess,
  waiting: Batch[],
  receive: (answer: Answer) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const batch = waiting.shift();
      if (batch) worker.send(batch);
      else resolve();
    };
    worker.on('message', (answer: Answer | Failure) => {
      if (isFailure(answer)) return reject(new PressError(answer.message));
      receive(answer);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (status) => reject(new PressError(`A worker ended with status ${status}.`)));
    next();
  });
}

function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && answer.kind === 'failed';
}

/** What a worker does: answers each batch that comes, and ends with its parent. */
export function doBatches<Batch, Answer extends object>(carryOut: (batch: Batch) => Promise<Answer>): void {
  process.on('message', async (batch: Batch) => {
    const answer = await carryOut(batch).catch((error: unknown): Failure => {
      return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
    });
    process.send?.(answer);
  });
  process.on('disconnect', () => process.exit(0));
}

/** Cuts a list into batches. */
export function inBatches<Piece>(pieces: readonly Piece[]): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / batchSize) }, (_, index) =>
    pieces.slice(index * batchSize, (index + 1) * batchSize),
  );
}
