import { join } from 'node:path';
import { picturesIn } from '../content/load-content.ts';
import type { AtFault } from '../content/without-faults.ts';
import { handOverMaps } from '../map/drawn-once.ts';
import type { Instant } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { UnfinishedError } from '../processes/work-error.ts';
import { writeWhole } from '../processes/write-whole.ts';
import { handOver } from '../publication/current-publication.ts';
import { type Page, pagesOf } from '../publication/pages/page-list.ts';
import { type Publication, publish } from '../publication/publish.ts';
import { changesAhead } from '../publication/schedule.ts';
import { appearancesFile } from '../versions/appearances.ts';
import { articleCache } from './cache/article-cache.ts';
import { openBuildCache } from './cache/build-cache.ts';
import { cardStore } from './cache/card-store.ts';
import { codeDigests } from './cache/code-digest.ts';
import { keepMadeBefore } from './cache/made-before.ts';
import { openManifest } from './cache/manifest.ts';
import { mapStore } from './cache/map-store.ts';
import { checkOutFolder } from './cache/out-folder.ts';
import { pictureStore } from './cache/picture-store.ts';
import type { Pressed, StageSettings } from './cache/stage.ts';
import { type DrawOne, drawInThisProcess } from './draw-share-images.ts';
import { refuseEarlierInstant } from './earlier-instant.ts';
import { compile } from './page/compile.ts';
import { type NextServer, startNextServer } from './page/next-server.ts';
import { parseInWorkers } from './parse-in-workers.ts';
import { type PressSettings, press } from './press.ts';
import { type PressShareImagesSettings, pressShareImages } from './press-share-images.ts';
import { raiseQuality } from './raise-quality.ts';
import { readSite, type Stage } from './read-site.ts';
import { type PreparedSearch, prepareSearch, pressSearch } from './search/search-stage.ts';
import { siteFacts } from './site-facts.ts';
import { keptIn } from './sound-content.ts';
import { warmUpWith } from './warm-up.ts';
import { drawInWorkers, makeInWorkers, type WorkerSettings, worthWorkers } from './workers.ts';

/** How many files each build recompresses at full quality; they add a third of a second. */
const raisedByTheWay = 20;

export type BuilderSettings = {
  /** The project's folder. */
  root: string;
  /** The content folder. */
  content: string;
  /** The folder of the finished site. */
  out: string;
  /** Receives what is being done, a line at a time. */
  say: (line: string) => void;
  /** Starts Next's server when something has to be rendered; several builders may share one. */
  start?: (root: string) => Promise<NextServer>;
  /** Draws a card of a small build. */
  drawOne?: DrawOne;
} & Pick<StageSettings, 'encode' | 'outputs' | 'share'>;

type BuildSettings = {
  /** The instant whose site is built. */
  now: Instant;
  /** How many files of a large site are recompressed at full quality, if earlier builds compressed them quickly; a few by default. */
  raise?: number;
  /** Whether an unrecorded published text is an error, or only reported: a look at work in progress. */
  unrecorded?: 'refuse' | 'tell';
  /** Whether articles may be taken down because this instant is earlier than that of the last build. */
  takeDown?: boolean | undefined;
  /** Whether share images and the search index, for which no page waits, are made at once or by a later build. */
  afterwards?: 'now' | 'later';
  /** The articles whose files may have changed since this builder's last build; all by default. */
  suspects?: ReadonlySet<string>;
};

/** What a build did, and how it found the content. */
export type Built = Pressed & {
  /** How long its stages took, in milliseconds. */
  stages: Record<string, number>;
  /** When the site changes by itself. */
  next: Instant[];
  /** The faulty articles and pages that keep their last good state. */
  atFault: readonly AtFault[];
  /** Every error of the content; some may not affect anything that readers see. */
  problems: readonly Problem[];
};

/**
 * Builds one site repeatedly, and reuses what it has started and read. A build that fails after it has begun to change the
 * site throws an UnfinishedError.
 */
export type Builder = {
  build: (settings: BuildSettings) => Promise<Built>;
  /** Parses and renders the newest article of the last build, so that the next edit need not wait for code that has never run. */
  warmUp: () => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Opens a builder.
 *
 * @throws WorkError if the build must not write to the output folder.
 */
export function openBuilder({
  root,
  content,
  out,
  say,
  start = startNextServer,
  drawOne = drawInThisProcess,
  encode,
  outputs,
  share,
}: BuilderSettings): Builder {
  checkOutFolder(out, root, content);
  const code = codeDigests(root);
  const openStores = () => {
    const buildCache = openBuildCache(out, say);
    keepMadeBefore(buildCache, code);
    return {
      buildCache,
      store: articleCache(buildCache, content, code.parsing),
      manifest: openManifest(buildCache, out),
      pictures: pictureStore(buildCache, code.copying, say, { outputs, share }),
      cards: cardStore(buildCache, code.drawing),
      maps: mapStore(buildCache, code.drawing),
    };
  };
  let stores = openStores();
  const closeStores = () => {
    handOverMaps(undefined);
    stores.maps.close();
    stores.buildCache.close();
  };
  let server: Promise<NextServer> | undefined;
  const theServer = () => {
    server ??= start(root).catch((error: unknown) => {
      // The next build tries again.
      server = undefined;
      throw error;
    });
    return server;
  };

  let newest: Page | undefined;

  const build = async ({
    now,
    raise = raisedByTheWay,
    unrecorded = 'refuse',
    takeDown = false,
    afterwards = 'now',
    suspects,
  }: BuildSettings): Promise<Built> => {
    const stages: Record<string, number> = {};
    const stage = async <Result>(name: string, work: () => Result | Promise<Result>): Promise<Result> => {
      const began = performance.now();
      const result = await work();
      stages[name] = performance.now() - began;
      return result;
    };
    const { buildCache, store, manifest, pictures, cards, maps } = stores;
    handOverMaps(maps);
    const forWorkers: WorkerSettings = { root, content, out, code, now, found: [] };
    store.suspect(suspects ?? 'all');
    // Of few changes the articles are parsed as they are read.
    const isAnyStale =
      (!suspects || suspects.size >= worthWorkers) &&
      (await stage('parse', () => parseInWorkers(store, forWorkers, { outputs, share, say })));
    // It is awaited when it is needed, which reports its errors. Before, another thread is at work.
    manifest.compare().catch(() => {});
    const { found } = forWorkers;
    const { sound, appearances, noteShown } = await readSite({
      ...{ content, out, now, unrecorded, buildCache, store, manifest, pictures, found, say, stage },
    });
    const { content: whole, errors } = sound;
    const kept = keptIn(sound);
    const publication = await stage('select', () => publish(whole, now));
    const last = manifest.siteAfter(now);
    const atFault = kept.map(({ name }) => name);
    if (last && !takeDown) refuseEarlierInstant(out, last, siteFacts(publication, atFault));
    let compiling: Promise<void> | undefined;
    const compiled = () => {
      compiling ??= stage('compile', () => compile(root, code.compiled, say, join(buildCache.dir, 'code')));
      return compiling;
    };
    // If everything can be taken from elsewhere, nothing needs the compiled code.
    if (!outputs) await compiled();
    const settings: PressSettings = {
      root,
      out,
      buildCache,
      manifest,
      pictures,
      code: code.pressing,
      say,
      isAwaited: afterwards === 'later',
      edited: suspects ?? new Set(),
      atFault,
      noteShown,
      encode,
      outputs,
      share,
      server: async () => {
        await compiled();
        return theServer();
      },
      makeMany: async (work, fresh, done) => {
        await compiled();
        await makeInWorkers(forWorkers, work, fresh, done);
      },
    };
    if (isAnyStale && !outputs) {
      // Something will be rendered, and other threads are still at work: Next needs most of a second to start.
      handOver(publication);
      theServer().catch(() => {});
    }
    const isLater = afterwards === 'later';
    const prepared = isLater ? undefined : await stage('search, prepared', () => prepareSearch(publication, settings));
    const pressed = await stage('press', () => press(publication, settings));
    newest = pagesOf(publication).find(({ kind }) => kind === 'article');
    pictures.keepOnly(picturesIn(whole));
    const next = changesAhead(whole, now);
    writeSchedule(join(buildCache.dir, 'schedule.json'), now, next);
    writeWhole(appearancesFile(buildCache.dir), `${JSON.stringify(appearances)}\n`);
    const report = { stages, next, atFault: kept, problems: errors };
    // What other builds take from here is compressed alike by all of them.
    const raisedHere = outputs && raise === raisedByTheWay ? 0 : raise;
    if (!prepared) return { ...pressed, ...report, raised: await raiseQuality(settings, raisedHere) };
    const drawMany: PressShareImagesSettings['drawMany'] = (some, done) => drawInWorkers(forWorkers, some, done);
    const rest = await pressRest(
      publication,
      { ...settings, content, cards, drawOne, drawMany },
      prepared,
      stage,
      raisedHere,
    );
    return {
      ...report,
      made: [...pressed.made, ...rest.made],
      kept: pressed.kept + rest.kept,
      removed: pressed.removed + rest.removed,
      raised: rest.raised,
    };
  };
  return {
    build: (settings) =>
      stores.buildCache.alone(async () => {
        if (!stores.buildCache.isThere()) {
          closeStores();
          stores = openStores();
        }
        const { manifest } = stores;
        const before = manifest.changes();
        try {
          return await build(settings);
        } catch (error) {
          throw manifest.changes() > before ? new UnfinishedError(error) : error;
        }
      }),
    warmUp: async () => {
      if (newest) await warmUpWith(newest, content, await theServer());
    },
    close: async () => {
      await server?.then((started) => started.close()).catch(() => {});
      closeStores();
    },
  };
}

/** Makes what no page waits for: cards, the search, and the full quality of some files that were compressed quickly. */
async function pressRest(
  publication: Publication,
  settings: PressSettings & PressShareImagesSettings,
  prepared: PreparedSearch,
  stage: Stage,
  raise: number,
): Promise<Pressed> {
  await stage('cards', () => pressShareImages(publication, settings));
  // Pagefind is at work meanwhile, and it is another program.
  const [raised, searched] = await Promise.all([
    settings.share ? 0 : raiseQuality(settings, raise),
    stage('search', () => pressSearch(publication, settings, prepared)),
  ]);
  if (!settings.share) settings.manifest.finish();
  return { ...searched, raised };
}

/** Writes when the site will change by itself: `{ "asOf": …, "next": […] }`, instants in UTC. */
function writeSchedule(file: string, now: Instant, next: readonly Instant[]): void {
  const text = (instant: Instant) => new Date(instant).toISOString();
  writeWhole(file, `${JSON.stringify({ asOf: text(now), next: next.map(text) }, null, 2)}\n`);
}
