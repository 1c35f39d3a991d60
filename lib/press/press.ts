import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { handOver } from '../publication/current-publication.ts';
import { editionsOf } from '../publication/editions.ts';
import type { Publication } from '../publication/publish.ts';
import { cardPaths } from './cache/card-store.ts';
import type { PictureStore } from './cache/picture-store.ts';
import { isOfSearch, type Pressed, type StageSettings } from './cache/stage.ts';
import { type Made, type MakeSettings, makeFiles } from './make-files.ts';
import type { Quality } from './page/compress.ts';
import type { PageBytes } from './page/page-table.ts';
import { isOutput, type Planned, pagesAmong, planArticles, planSite } from './plan.ts';
import { siteFacts } from './site-facts.ts';
import { worthWorkers } from './workers.ts';

export type PressSettings = StageSettings &
  MakeSettings & {
    /** The project's folder. */
    root: string;
    /** Has the copies of all pictures of the publication. */
    pictures: PictureStore;
    /**
     * Whether somebody waits for these pages: then they are compressed quickly, and at full quality by a later build; and if
     * they are few, those of edited articles are in place before anything else is planned, and all others before feeds are made.
     */
    isAwaited: boolean;
    /** The folders of the articles that may have been edited, as far as that is known. */
    edited: ReadonlySet<string>;
    /** The faulty articles that are shown in their last good state. */
    atFault: readonly string[];
    /** Records what readers see, in the same transaction as the entries of its files. */
    noteShown: () => void;
  };

/**
 * Updates the finished site to a publication: asks Next to render the pages whose content or code has changed, finishes
 * each, and moves them into `out` once all are there, or for somebody who waits in three steps; deletes what no longer exists.
 * The search is not changed: `pressSearch` comes after this.
 *
 * An incremental build gives the same files as a build from nothing, to the byte, and compressed siblings that decode to
 * the same.
 *
 * @throws WorkError if a page does not answer as expected; `out` has only what steps before have made.
 */
export async function press(publication: Publication, settings: PressSettings): Promise<Omit<Pressed, 'raised'>> {
  const { buildCache, manifest, outputs, share, say, isAwaited, edited } = settings;
  const editions = editionsOf(publication);
  await manifest.compare();
  const before = manifest.madeFrom();
  const isDue = (file: Planned) =>
    share ? isOutput(file) && share(file.path) : before.get(file.path) !== file.madeFrom;
  const fresh = join(buildCache.dir, 'new');
  rmSync(fresh, { recursive: true, force: true });
  handOver(publication);
  const made: Made[] = [];
  const makeNow = async (files: readonly Planned[]) => {
    if (files.length === 0) return;
    const done = await makeFiles(files, fresh, quickly, settings);
    manifest.apply(fresh, inOrder(done.made), []);
    made.push(...done.made);
  };
  const first =
    isAwaited && edited.size < worthWorkers ? planArticles(publication, edited, settings).filter(isDue) : [];
  await makeNow(first);
  const planned = await planSite(publication, settings);
  const due = planned.filter(isDue);
  if (due.length > 0) say(`Pressing ${due.length} of ${planned.length} files …`);
  // Many pages are compressed quickly at first: full quality would take longer than everything else. What other builds take
  // from here must not depend on how much this one makes.
  const isLarge = pagesAmong(outputs ? planned : due).length >= worthWorkers;
  // An editor who waits for a page need not wait for feeds, of which each has the whole texts of many articles, nor for what is
  // noted of all articles.
  const isInSteps = isAwaited && !isLarge;
  if (isInSteps) await makeNow(due.filter((file) => !('make' in file)));
  const rest = isInSteps ? due.filter((file) => 'make' in file) : due;
  const last = await makeFiles(rest, fresh, isLarge || isAwaited ? quickly : 11, settings);
  if (share) {
    rmSync(fresh, { recursive: true, force: true });
    return { made: [], kept: last.taken, removed: 0 };
  }
  made.push(...last.made);
  // Share images and the search index are made after the pages; those of deleted articles are deleted here.
  const wanted = new Set([...planned.map(({ path }) => path), ...editions.flatMap(cardPaths)]);
  const gone = manifest.unwanted(wanted).filter((path) => !isOfSearch(path, editions));
  manifest.apply(fresh, inOrder(last.made), gone, siteFacts(publication, settings.atFault), settings.noteShown);
  rmSync(fresh, { recursive: true, force: true });
  return { made: pagesInOrder(made, [...first, ...due]), kept: planned.length - made.length, removed: gone.length };
}

/** The quality of compression of pages for which somebody waits, and of very many. */
const quickly: Quality = 6;

/** Pictures are written before the pages that show them: the site may be served while it changes. */
function inOrder(made: readonly Made[]): Made[] {
  return made.toSorted((a, b) => Number(isPage(a.path)) - Number(isPage(b.path)));
}

/** The pages that were made, in the order in which they were planned. */
function pagesInOrder(made: readonly Made[], due: readonly Planned[]): PageBytes[] {
  const bytes = new Map(made.map((file) => [file.path, file.bytes]));
  return due.flatMap(({ path }) => (isPage(path) && bytes.get(path)) || []);
}

function isPage(path: string): boolean {
  return path.endsWith('.html');
}
