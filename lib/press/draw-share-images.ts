import { readFileSync } from 'node:fs';
import { taskQueue } from '../processes/task-queue.ts';
import { writeAllWhole } from '../processes/write-whole.ts';
import type { ShareImageTask } from './cache/card-store.ts';

/** Draws a share image as a PNG. */
export type DrawOne = (card: ShareImageTask) => Promise<Buffer>;

/** How many share images were drawn and cached, and the route and the reason of each that could not be drawn. */
export type DrawnShareImages = { count: number; faults: [route: string, reason: string][] };

/** While one is compressed in a thread, another is drawn. Each takes some ten megabytes. */
const drawnAtOnce = 3;

/** Draws share images and caches them together, so that the disk is synced once. */
export async function drawShareImages(cards: readonly ShareImageTask[], drawOne: DrawOne): Promise<DrawnShareImages> {
  const faults: DrawnShareImages['faults'] = [];
  const files: { file: string; bytes: Buffer }[] = [];
  const queue = taskQueue(drawnAtOnce);
  for (const card of cards) {
    await queue.add(async () => {
      try {
        files.push({ file: card.file, bytes: await drawOne(card) });
      } catch (error) {
        faults.push([card.route, error instanceof Error ? error.message : String(error)]);
      }
    });
  }
  await queue.done();
  await writeAllWhole(files);
  return { count: files.length, faults };
}

/** Draws a share image with its photo. The drawing code takes a while to load, and few builds need it. */
export const drawInThisProcess: DrawOne = async ({ card, picture }) => {
  const { shareImagePng } = await import('../share-images/share-image-png.ts');
  return shareImagePng(card, picture === undefined ? undefined : readFileSync(picture));
};
