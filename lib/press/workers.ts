import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { shareOut, startWorkers } from '../processes/worker-pool.ts';
import type { Page } from '../publication/page-list.ts';
import type { ReadArticle } from './cache/article-cache.ts';
import type { ShareImageTask } from './cache/card-store.ts';
import type { CodeDigests } from './cache/code-digest.ts';
import type { DrawnShareImages } from './draw-share-images.ts';
import type { Quality } from './page/compress.ts';
import type { WrittenFile } from './page/render-page.ts';

/** The settings that every worker of a build needs. */
export type WorkerSettings = {
  root: string;
  content: string;
  out: string;
  code: Pick<CodeDigests, 'parsing' | 'drawing'>;
  now: number;
  /** The errors that were found after the content was read. */
  found: Problem[];
};

/** The kinds of work that a worker can do, in batches. The first language of a publication is `undefined`. */
export type Batch =
  | { kind: 'parse'; slugs: string[]; language: string | undefined }
  | { kind: 'render'; fresh: string; quality: Quality; pages: Pick<Page, 'route' | 'status' | 'file' | 'language'>[] }
  /** Files other than pages, by path. */
  | { kind: 'make'; fresh: string; quality: Quality; files: string[] }
  | { kind: 'draw'; cards: ShareImageTask[] };

/** A worker's answer to a batch. */
export type Answer =
  | { kind: 'parse'; articles: ReadArticle[]; language: string | undefined }
  | { kind: 'write'; written: (WrittenFile & { path: string })[] }
  | ({ kind: 'draw' } & DrawnShareImages);

/** The number of items from which workers save more time than they take to start. */
export const worthWorkers = 300;

/** Distributes the batches of a build among worker processes. */
export function inWorkers(
  settings: WorkerSettings,
  batches: readonly Batch[],
  receive: (answer: Answer) => void,
): Promise<void> {
  const count = Math.min(availableParallelism(), batches.length);
  return shareOut(startWorkers(join(import.meta.dirname, 'worker.ts'), settings, count), batches, receive);
}
