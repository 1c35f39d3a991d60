/** A process that parses articles, renders pages and draws cards for a large build; ends when the build does. */
import { memoryStore, wholeArticle } from '../content/article-store.ts';
import { handOver } from '../content/current-publication.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { loadWholeContent } from '../content/load-content.ts';
import { publish } from '../content/publish.ts';
import { openFolder } from '../content/source-file.ts';
import { atMost } from './at-most.ts';
import { keptArticles } from './kept-articles.ts';
import { type NextServer, startNextServer } from './next-server.ts';
import { drawCardOf } from './press-cards.ts';
import { renderPage, writeFile } from './render-page.ts';
import { doBatches } from './share-out.ts';
import type { Answer, Batch, WorkerSettings } from './workers.ts';
import { openWorkshop } from './workshop.ts';

const { root, content, out, code, now }: WorkerSettings = JSON.parse(process.argv[2] ?? '{}');
const { parse } = layGroundwork(openFolder(content), memoryStore(), () => {});
let server: Promise<NextServer> | undefined;

doBatches(carryOut);

async function carryOut(batch: Batch): Promise<Answer> {
  if (batch.kind === 'parse') {
    return { kind: 'parse', articles: batch.slugs.map((slug) => wholeArticle(parse(slug))) };
  }
  server ??= startServer();
  const started = server;
  if (batch.kind === 'draw') {
    for (const card of batch.cards) await drawCardOf(await started, card);
    return { kind: 'draw', count: batch.cards.length };
  }
  const written: Extract<Answer, { kind: 'render' }>['written'] = [];
  // React renders in steps with pauses in between, which another page can use.
  const crew = atMost(3);
  for (const page of batch.pages) {
    await crew.add(async () => {
      const bytes = await renderPage(await started, page);
      written.push({ path: page.file, ...(await writeFile(batch.fresh, page.file, bytes, batch.quality)) });
    });
  }
  await crew.done();
  return { kind: 'render', written };
}

/** Starts Next on the publication that the build has just parsed and kept: nothing is read from content again. */
function startServer(): Promise<NextServer> {
  const store = keptArticles(
    openWorkshop(out, () => {}),
    content,
    code,
  );
  store.suspect(new Set());
  handOver(publish(loadWholeContent(content, store), now));
  return startNextServer(root);
}
