import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Site } from '../model/model.ts';
import { routes } from '../model/urls.ts';
import { taskQueue } from '../processes/task-queue.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import { inBatches } from '../processes/worker-pool.ts';
import { writeWhole } from '../processes/write-whole.ts';
import type { Publication } from '../publication/publish.ts';
import { siteShareImage } from '../share-images/article-share-image.ts';
import type { BuildCache } from './cache/build-cache.ts';
import type { CardStore, NamedShareImage, ShareImageTask } from './cache/card-store.ts';
import type { Entry, Manifest } from './cache/manifest.ts';
import type { StageSettings } from './cache/stage.ts';
import { type DrawnShareImages, type DrawOne, drawShareImages } from './draw-share-images.ts';
import { requestsAtOnce } from './outputs/output-cache.ts';
import { writeFile } from './page/render-page.ts';
import { worthWorkers } from './workers.ts';

export type PressShareImagesSettings = {
  /** The content folder, which warnings name. */
  content: string;
  buildCache: BuildCache;
  manifest: Manifest;
  cards: CardStore;
  /** Draws a share image as a PNG, in this process. */
  drawOne: DrawOne;
  /** Draws many share images, in several processes. */
  drawMany: (cards: readonly ShareImageTask[], done: (drawn: DrawnShareImages) => void) => Promise<void>;
} & Pick<StageSettings, 'outputs' | 'share' | 'say'>;

/**
 * Updates the share images of the finished site. This comes after the pages, which do not wait for them.
 *
 * A share image that cannot be drawn is replaced by the site's own, or by a plain one if that fails too; each failure is
 * reported, and tried again by the next build.
 */
export async function pressShareImages(publication: Publication, settings: PressShareImagesSettings): Promise<void> {
  const { content, buildCache, manifest, cards: store, say } = settings;
  const cards = store.cardsOf(publication);
  const before = manifest.madeFrom();
  const { share } = settings;
  const due = cards.filter(({ path, file }) => (share ? share(path) : before.get(path) !== basename(file)));
  if (due.length === 0) return;
  const missing = await notTaken(store.missing(due), settings);
  const faults = await draw(missing, settings);
  await keepDrawn(missing, settings);
  if (share) return;

  const fresh = join(buildCache.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  const tell = throttledProgress(say);
  const made: Entry[] = [];
  for (const card of due) {
    const { path, file } = card;
    const isDrawn = existsSync(file);
    if (!isDrawn) say(undrawn(card, content, faults.get(card.route)));
    const { bytes: _, ...written } = await writeFile(
      fresh,
      path,
      isDrawn ? readFileSync(file) : await standIn(cards, publication.site),
      11,
    );
    made.push({ ...written, path, madeFrom: isDrawn ? basename(file) : 'a stand-in', quality: 11 });
    tell(() => `${made.length} of ${due.length} share images are done …`);
  }
  manifest.apply(fresh, made, []);
  rmSync(fresh, { recursive: true, force: true });
}

/** Takes share images from the cache of outputs; returns those that must be drawn. */
async function notTaken(
  tasks: readonly ShareImageTask[],
  { outputs }: PressShareImagesSettings,
): Promise<readonly ShareImageTask[]> {
  if (!outputs) return tasks;
  const left: ShareImageTask[] = [];
  const requests = taskQueue(requestsAtOnce);
  for (const task of tasks) {
    await requests.add(async () => {
      const bytes = (await outputs.take('card', basename(task.file)))?.get('png');
      if (bytes) writeWhole(task.file, bytes);
      else left.push(task);
    });
  }
  await requests.done();
  return left;
}

/** Keeps the share images that were drawn for other builds. */
async function keepDrawn(tasks: readonly ShareImageTask[], { outputs }: PressShareImagesSettings): Promise<void> {
  if (!outputs) return;
  const requests = taskQueue(requestsAtOnce);
  for (const { file } of tasks.filter((task) => existsSync(task.file)))
    await requests.add(() => outputs.keep('card', basename(file), new Map([['png', readFileSync(file)]])));
  await requests.done();
}

/** Draws and caches share images; returns the reasons of those that could not be drawn, by route. */
async function draw(
  missing: readonly ShareImageTask[],
  { drawOne, drawMany, say }: PressShareImagesSettings,
): Promise<ReadonlyMap<string, string>> {
  const tell = throttledProgress(say);
  const reasons = new Map<string, string>();
  let count = 0;
  const done = (drawn: DrawnShareImages) => {
    count += drawn.count;
    for (const [route, reason] of drawn.faults) reasons.set(route, reason);
    tell(() => `${count} of ${missing.length} share images are drawn …`);
  };
  if (missing.length >= worthWorkers) await drawMany(missing, done);
  else for (const batch of inBatches(missing)) done(await drawShareImages(batch, drawOne));
  return reasons;
}

/** The warning for a share image that could not be drawn, at the file whose words it shows. */
function undrawn({ route }: NamedShareImage, content: string, reason = 'The reason is not known.'): string {
  const slug = /^\/articles\/(.+)\/card\.png$/.exec(route)?.[1];
  const file = slug === undefined ? join(content, 'site.md') : join(content, 'articles', slug, 'index.md');
  const instead = route === routes.siteShareImage ? 'An image without words' : 'The share image of the site';
  return `${file}:1:1  warning  The share image ${route} cannot be drawn: ${reason.replace(/[.\s]*$/, '.')} ${instead} is used instead. Look for unusual characters in the title, then build again.`;
}

/** The share image of the site if it has been drawn, or else one without words. */
async function standIn([ofSite]: readonly NamedShareImage[], site: Site): Promise<Buffer> {
  if (ofSite && existsSync(ofSite.file)) return readFileSync(ofSite.file);
  const { shareImagePng } = await import('../share-images/share-image-png.ts');
  return shareImagePng({ ...siteShareImage(site), name: '', text: '', logo: undefined });
}
