import { type ChildProcess, fork } from 'node:child_process';
import { setImmediate } from 'node:timers/promises';
import { WorkError } from './work-error.ts';

/** The answer of a worker that failed, in its own words. */
type Failure = { kind: 'failed'; message: string };

/** Megabytes of heap that a worker may use. It needs a quarter; without a limit it would not collect garbage. */
const workerHeap = 320;

/** Megabytes for new objects: with Node's 16 the garbage of parsing is copied before it is collected, which takes a tenth of the time. */
const newObjects = 32;

/** How many batches a worker has at once: while it works on one, the next is already there. */
const atOnce = 2;

/**
 * Starts worker processes, which need most of a second to be ready; {@link endWorkers} ends them.
 *
 * @param script The module that each worker runs; it calls {@link doBatches}.
 * @param settings The settings for every worker, as JSON.
 */
export function startWorkers(script: string, settings: object, count: number): ChildProcess[] {
  return Array.from({ length: count }, () => {
    const worker = fork(script, [JSON.stringify(settings)], {
      serialization: 'advanced',
      execArgv: [...loadedFirst(), `--max-old-space-size=${workerHeap}`, `--max-semi-space-size=${newObjects}`],
    });
    // A failure to start is reported when the worker gets work.
    worker.on('error', () => {});
    return worker;
  });
}

/** The options by which this process was told to load modules first, such as the one that has a bundle loaded. */
export function loadedFirst(): string[] {
  return process.execArgv.flatMap((argument, index, all) =>
    all[index - 1] === '--import' ? ['--import', argument] : [],
  );
}

/** Ends workers after their current work. */
export function endWorkers(workers: readonly ChildProcess[]): void {
  for (const worker of workers) if (worker.connected) worker.disconnect();
}

/**
 * Distributes batches among workers, and ends them when done.
 *
 * @param receive Receives each answer as it arrives; batches finish in any order.
 * @param here Does a batch in this process, to help the workers; batches should be short, since no answers are
 *   received meanwhile.
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
      // A worker that has just disconnected reports its exit code next.
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
    // Lets the answers of workers in.
    await setImmediate();
  }
}

function isFailure(answer: object): answer is Failure {
  return 'kind' in answer && answer.kind === 'failed';
}

/** Runs a worker: answers batches one after the other, and ends with its parent. */
export function doBatches<Batch, Answer extends object>(carryOut: (batch: Batch) => Promise<Answer>): void {
  let done = Promise.resolve();
  process.on('message', (batch: Batch) => {
    done = done.then(async () => {
      const answer = await carryOut(batch).catch((error: unknown): Failure => {
        return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
      });
      // If the parent is gone, no answer is needed: this process is about to end.
      process.send?.(answer, undefined, undefined, () => {});
    });
  });
  process.on('disconnect', () => process.exit(0));
}

/** Splits a list into batches; the shorter they are, the less time processes wait for each other at the end. */
export function inBatches<Piece>(pieces: readonly Piece[], size = 25): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / size) }, (_, index) =>
    pieces.slice(index * size, (index + 1) * size),
  );
}
