/** A thread that makes an index of stored documents, so that the build can go on: handing them to Pagefind takes its time. */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import { buildCacheFile } from '../cache/build-cache.ts';
import { indexOf } from './search-index.ts';

/** The articles of an index in order: the address of each, and the key of its document. */
export type IndexSettings = { out: string; language: string; articles: { url: string; key: string }[] };

const { out, language, articles }: IndexSettings = workerData;
const db = new DatabaseSync(buildCacheFile(out), { readOnly: true });
const select = db.prepare('SELECT document FROM search_texts WHERE slug = ?');

parentPort?.postMessage(await indexOf(documents(), language));
db.close();

function* documents() {
  for (const { url, key } of articles) yield { url, html: String(select.get(key)?.['document']) };
}
