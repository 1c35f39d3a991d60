import { readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Publication } from '../content/publish.ts';
import { type CardStore, type KeptCard, keepCard } from './card-store.ts';
import { everyTwoSeconds } from './every-two-seconds.ts';
import type { Entry, Manifest } from './manifest.ts';
import type { NextServer } from './next-server.ts';
import { PressError } from './press-error.ts';
import { writeFile } from './render-page.ts';
import { worthWorkers } from './workers.ts';
import type { Workshop } from './workshop.ts';

export type PressCardsSettings = {
  workshop: Workshop;
  manifest: Manifest;
  cards: CardStore;
  /** Next's server, with the publication handed over; asked for only where there is something to draw here. */
  server: () => Promise<NextServer>;
  /** Draws many cards, in several processes. */
  drawMany: (cards: readonly KeptCard[], done: (count: number) => void) => Promise<void>;
  /** Receives what is being done, a line at a time. */
  say: (line: string) => void;
};

/**
 * Brings the cards of the finished site up to date. It comes after the pages, which do not wait for their pictures.
 *
 * @throws PressError where a card cannot be drawn.
 */
export async function pressCards(publication: Publication, settings: PressCardsSettings): Promise<void> {
  const { workshop, manifest, cards: store, say } = settings;
  const cards = store.cardsOf(publication);
  const before = manifest.entries();
  const due = cards.filter(({ path, file }) => before.get(path)?.madeFrom !== basename(file));
  if (due.length === 0) return;
  await draw(store.missing(due), settings);

  const fresh = join(workshop.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  const tell = everyTwoSeconds(say);
  const made: Entry[] = [];
  for (const { path, file } of due) {
    const { bytes: _, ...written } = await writeFile(fresh, path, readFileSync(file), 11);
    made.push({ ...written, path, madeFrom: basename(file), quality: 11 });
    tell(() => `${made.length} of ${due.length} cards are in their place …`);
  }
  manifest.apply(fresh, made, []);
  rmSync(fresh, { recursive: true, force: true });
}

async function draw(missing: readonly KeptCard[], { server, drawMany, say }: PressCardsSettings): Promise<void> {
  const tell = everyTwoSeconds(say);
  let count = 0;
  const done = (more: number) => {
    count += more;
    tell(() => `${count} of ${missing.length} cards are drawn …`);
  };
  if (missing.length >= worthWorkers) return drawMany(missing, done);
  for (const card of missing) {
    await drawCardOf(await server(), card);
    done(1);
  }
}

/**
 * Has Next draw a card, and keeps it.
 *
 * @throws PressError that names the card where Next does not answer with a picture.
 */
export async function drawCardOf(server: NextServer, card: Pick<KeptCard, 'route' | 'file'>): Promise<void> {
  const { status, type, body } = await server.get(card.route);
  if (status !== 200 || type !== 'image/png' || body.byteLength === 0) {
    throw new PressError(`${card.route} answered with status ${status} instead of a picture; Next says above why.`);
  }
  keepCard(card, body);
}
