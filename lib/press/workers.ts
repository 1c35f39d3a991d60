import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { inBatches, shareOut, startWorkers } from '../processes/worker-pool.ts';
import type { Page } from '../publication/pages/page-list.ts';
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

/** Pages to render, and the paths of other files, each with its quality. */
export type ManyFiles = { pages: readonly Page[]; files: readonly string[]; quality: Quality; qualityOfFiles: Quality };

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

/** Renders pages and makes other files in workers. */
export async function makeInWorkers(
  settings: WorkerSettings,
  { pages, files, quality, qualityOfFiles }: ManyFiles,
  fresh: string,
  done: (file: WrittenFile) => void,
): Promise<void> {
  const light = pages.map(({ route, status, file, language }) => ({ route, status, file, language }));
  const batches = [
    ...inBatches(light).map((part): Batch => ({ kind: 'render', fresh, quality, pages: part })),
    ...inBatches(files).map((part): Batch => ({ kind: 'make', fresh, quality: qualityOfFiles, files: part })),
  ];
  await inWorkers(settings, batches, (answer) => {
    if (answer.kind === 'write') answer.written.forEach(done);
  });
}

/** Draws cards in workers. */
export async function drawInWorkers(
  settings: WorkerSettings,
  cards: readonly ShareImageTask[],
  done: (drawn: DrawnShareImages) => void,
): Promise<void> {
  const batches = inBatches(cards).map((part): Batch => ({ kind: 'draw', cards: part }));
  await inWorkers(settings, batches, (answer) => {
    if (answer.kind === 'draw') done(answer);
  });
}
