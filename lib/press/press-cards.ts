import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Site } from '../model/model.ts';
import { routes } from '../model/urls.ts';
import { everyTwoSeconds } from '../processes/throttled-progress.ts';
import type { Publication } from '../publication/publish.ts';
import { siteCard } from '../share-images/article-card.ts';
import { drawCard } from '../share-images/draw-card.ts';
import type { Workshop } from './cache/build-cache.ts';
import { type CardStore, type KeptCard, keepCard } from './cache/card-store.ts';
import type { Entry, Manifest } from './cache/manifest.ts';
import type { NextServer } from './page/next-server.ts';
import { writeFile } from './page/render-page.ts';
import { worthWorkers } from './workers.ts';

export type PressCardsSettings = {
  /** The content folder, which warnings name. */
  content: string;
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
 * In the place of a card that cannot be drawn comes the site's own, or a plain one if that cannot be drawn either; each is
 * reported, and tried again by the next build.
 */
export async function pressCards(publication: Publication, settings: PressCardsSettings): Promise<void> {
  const { content, workshop, manifest, cards: store, say } = settings;
  const cards = store.cardsOf(publication);
  const before = manifest.entries();
  const due = cards.filter(({ path, file }) => before.get(path)?.madeFrom !== basename(file));
  if (due.length === 0) return;
  await draw(store.missing(due), settings);

  const fresh = join(workshop.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  const tell = everyTwoSeconds(say);
  const made: Entry[] = [];
  for (const card of due) {
    const { path, file } = card;
    const isDrawn = existsSync(file);
    if (!isDrawn) say(undrawn(card, content));
    const { bytes: _, ...written } = await writeFile(
      fresh,
      path,
      isDrawn ? readFileSync(file) : await standIn(cards, publication.site),
      11,
    );
    made.push({ ...written, path, madeFrom: isDrawn ? basename(file) : 'a stand-in', quality: 11 });
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

/** Asks Next to draw a card, and keeps it if Next answers with a picture. */
export async function drawCardOf(server: NextServer, card: Pick<KeptCard, 'route' | 'file'>): Promise<void> {
  const { status, type, body } = await server.get(card.route);
  if (status === 200 && type === 'image/png' && body.byteLength > 0) keepCard(card, body);
}

/** The warning for a card that could not be drawn, at the file whose words it shows. */
function undrawn({ route }: KeptCard, content: string): string {
  const slug = /^\/articles\/(.+)\/card\.png$/.exec(route)?.[1];
  const file = slug === undefined ? join(content, 'site.md') : join(content, 'articles', slug, 'index.md');
  const instead = route === routes.siteCard ? 'A card without words' : 'The card of the site';
  return `${file}:1:1  warning  The picture for sharing, ${route}, cannot be drawn; Next says above why. ${instead} is in its place. Look for unusual characters in the title, then build again.`;
}

/** The card of the site if it has been drawn, or else one without words. */
async function standIn([ofSite]: readonly KeptCard[], site: Site): Promise<Buffer> {
  if (ofSite && existsSync(ofSite.file)) return readFileSync(ofSite.file);
  // sharp takes a while to load, and hardly a build needs it here.
  const { default: sharp } = await import('sharp');
  const plain = drawCard({ ...siteCard(site), name: '', text: '' });
  return sharp(Buffer.from(plain)).png().toBuffer();
}
