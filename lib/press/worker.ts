/** A process that parses articles, renders pages and draws cards for a large build; ends when the build does. */
import { join } from 'node:path';
import { wholeArticle } from '../content/article-store.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '../content/groundwork.ts';
import { readContent } from '../content/load-content.ts';
import { withoutFaults } from '../content/without-faults.ts';
import { machineFiles } from '../formats/machine-files.ts';
import { handOverMaps } from '../map/drawn-once.ts';
import { ContentError } from '../model/problem.ts';
import { filesDigest } from '../processes/fingerprint.ts';
import { taskQueue } from '../processes/task-queue.ts';
import { doBatches } from '../processes/worker-pool.ts';
import { handOver } from '../publication/current-publication.ts';
import { editionsOf } from '../publication/editions.ts';
import { type Publication, publish } from '../publication/publish.ts';
import { reviewStored } from '../review/review-texts.ts';
import { articleCache } from './cache/article-cache.ts';
import { openBuildCache } from './cache/build-cache.ts';
import { mapStore } from './cache/map-store.ts';
import { drawInThisProcess, drawShareImages } from './draw-share-images.ts';
import { type NextServer, startNextServer } from './page/next-server.ts';
import { renderPage, writeFile } from './page/render-page.ts';
import type { Answer, Batch, WorkerSettings } from './workers.ts';

const { root, content, out, code, now, found }: WorkerSettings = JSON.parse(process.argv[2] ?? '{}');
const buildCache = openBuildCache(out, () => {});
const store = articleCache(buildCache, content, code.parsing);
handOverMaps(mapStore(buildCache, code.drawing));
const folder = openFolder(content);
const first = layGroundwork(folder, store, () => {}, reviewStored);
const parsers = new Map([['', first.parse]]);
let publication: Publication | undefined;
let server: Promise<NextServer> | undefined;
let files: ReadonlyMap<string, () => string> | undefined;

doBatches(carryOut);

async function carryOut(batch: Batch): Promise<Answer> {
  if (batch.kind === 'parse') {
    const { language } = batch;
    const parse = parsers.getOrInsertComputed(language ?? '', (lang) => {
      return layGroundworkIn(lang, first.site, folder, store.in(lang), () => {}).parse;
    });
    const articles = batch.slugs.map((slug) => {
      // Before they are read: a change since then will be seen.
      const files = filesDigest(join(content, 'articles', slug));
      return { files, ...wholeArticle(parse(slug)) };
    });
    return { kind: 'parse', articles, language };
  }
  if (batch.kind === 'draw') {
    return { kind: 'draw', ...(await drawShareImages(batch.cards, drawInThisProcess)) };
  }
  const written: Extract<Answer, { kind: 'write' }>['written'] = [];
  // React renders in steps with pauses that other pages can use, and files are compressed in parallel.
  const queue = taskQueue(3);
  for (const { path, make } of batch.kind === 'make' ? machineFilesBatch(batch.files) : pagesOfBatch(batch.pages)) {
    await queue.add(async () => {
      written.push({ path, ...(await writeFile(batch.fresh, path, await make(), batch.quality)) });
    });
  }
  await queue.done();
  return { kind: 'write', written };
}

type Work = { path: string; make: () => Promise<Buffer> };

function pagesOfBatch(pages: Extract<Batch, { kind: 'render' }>['pages']): Work[] {
  const started = theServer();
  return pages.map((page) => ({ path: page.file, make: async () => renderPage(await started, page) }));
}

function machineFilesBatch(paths: readonly string[]): Work[] {
  publication ??= loadPublication();
  const current = publication;
  files ??= new Map(
    editionsOf(current).flatMap((edition) =>
      machineFiles(edition).map((file) => [file.file, () => file.make(edition)] as const),
    ),
  );
  const known = files;
  return paths.map((path) => ({ path, make: async () => Buffer.from(known.get(path)?.() ?? '') }));
}

/** The publication that the build has just parsed and cached: no content is read again. */
function loadPublication(): Publication {
  store.suspect(new Set());
  const read = readContent(content, store, reviewStored);
  const { content: whole, errors } = withoutFaults(read, store.lastGood, now, found);
  if (!whole) throw new ContentError(errors);
  return publish(whole, now);
}

function theServer(): Promise<NextServer> {
  publication ??= loadPublication();
  if (!server) handOver(publication);
  server ??= startNextServer(root);
  return server;
}
