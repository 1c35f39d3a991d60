import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { ParsedFolder } from '../content/parse-article.ts';
import type { Quality } from './encode.ts';
import type { Page } from './page-list.ts';
import { PressError } from './press-error.ts';
import type { WrittenFile } from './render-page.ts';

/** What every worker of a build has to know. */
export type WorkerSettings = { root: string; content: string; out: string; code: string; now: number };

/** Pieces of work that a worker can do, a batch at a time. */
export type Batch =
  | { kind: 'parse'; slugs: string[] }
  | { kind: 'render'; fresh: string; quality: Quality; pages: Pick<Page, 'route' | 'status' | 'file'>[] };

/** What a worker answers to a batch. */
export type Answer =
  | { kind: 'parse'; folders: { slug: string; folder: ParsedFolder }[] }
  | { kind: 'render'; written: (WrittenFile & { path: string })[] }
  | { kind: 'failed'; message: string };

/** From so many pieces on, workers save more time than they take to start. */
export const worthWorkers = 300;

/** Megabytes of heap that a worker may use. It needs a quarter; without a bound it would let garbage lie. */
const workerHeap = 320;

/** So many pieces a batch: few enough that no worker is idle for long at the end. */
const batchSize = 25;

/**
 * Shares batches among worker processes, one for each core.
 *
 * @param receive Is given each answer as it comes; batches end in any order.
 * @throws PressError with a worker's own words where one of them fails; the others are ended.
 */
export async function inWorkers(
  settings: WorkerSettings,
  batches: readonly Batch[],
  receive: (answer: Exclude<Answer, { kind: 'failed' }>) => void,
): Promise<void> {
  const waiting = [...batches];
  const count = Math.min(availableParallelism(), waiting.length);
  const workers = Array.from({ length: count }, () =>
    fork(join(import.meta.dirname, 'worker.ts'), [JSON.stringify(settings)], {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${workerHeap}`],
    }),
  );
  try {
    await Promise.all(workers.map((worker) => serve(worker, waiting, receive)));
  } finally {
    for (const worker of workers) if (worker.connected) worker.disconnect();
  }
}

function serve(
  worker: ChildProcess,
  waiting: Batch[],
  receive: (answer: Exclude<Answer, { kind: 'failed' }>) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = () => {
      const batch = waiting.shift();
      if (batch) worker.send(batch);
      else resolve();
    };
    worker.on('message', (answer: Answer) => {
      if (answer.kind === 'failed') return reject(new PressError(answer.message));
      receive(answer);
      next();
    });
    worker.on('error', reject);
    worker.on('exit', (status) => reject(new PressError(`A worker of the press ended with status ${status}.`)));
    next();
  });
}

/** Cuts a list into batches. */
export function inBatches<Piece>(pieces: readonly Piece[]): Piece[][] {
  return Array.from({ length: Math.ceil(pieces.length / batchSize) }, (_, index) =>
    pieces.slice(index * batchSize, (index + 1) * batchSize),
  );
}
