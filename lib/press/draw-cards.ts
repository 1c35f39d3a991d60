import { readFileSync } from 'node:fs';
import { writeAllWhole } from '../processes/write-whole.ts';
import type { KeptCard } from './cache/card-store.ts';

/** Draws a card as a PNG. */
export type DrawOne = (card: KeptCard) => Promise<Buffer>;

/** How many cards were drawn and kept, and for each that could not be drawn its route and the reason. */
export type DrawnCards = { count: number; faults: [route: string, reason: string][] };

/** Draws cards and keeps them, all at once: the disk is waited for once. */
export async function drawCards(cards: readonly KeptCard[], drawOne: DrawOne): Promise<DrawnCards> {
  const faults: DrawnCards['faults'] = [];
  const drawn = await Promise.all(
    cards.map(async (card) => {
      try {
        return [{ file: card.file, bytes: await drawOne(card) }];
      } catch (error) {
        faults.push([card.route, error instanceof Error ? error.message : String(error)]);
        return [];
      }
    }),
  );
  const files = drawn.flat();
  await writeAllWhole(files);
  return { count: files.length, faults };
}

/** Draws a card with the picture that it shows. What draws takes a while to load, and hardly a build needs it. */
export const drawInThisProcess: DrawOne = async ({ card, picture }) => {
  const { cardImage } = await import('../share-images/card-image.ts');
  return cardImage(card, picture === undefined ? undefined : readFileSync(picture));
};
