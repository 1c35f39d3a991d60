import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { articleFolders } from '../content/files/content-places.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '../content/groundwork.ts';
import { articlesIn } from '../content/load-content.ts';
import { countEntries } from '../processes/count-entries.ts';
import { inBatches } from '../processes/worker-pool.ts';
import { reviewStored } from '../review/review-texts.ts';
import type { ArticleCache } from './cache/article-cache.ts';
import { type Batch, inWorkers, type WorkerSettings, worthWorkers } from './workers.ts';

/**
 * If many articles have to be parsed, lets workers do it before the content is loaded from the cache.
 *
 * @returns Whether a few articles of many are left to parse.
 */
export async function parseInWorkers(store: ArticleCache, settings: WorkerSettings): Promise<boolean> {
  const { content } = settings;
  const ignore = () => {};
  // A folder that cannot be read is reported when the content is loaded.
  if (!existsSync(join(content, 'site.md'))) return false;
  // Asking other processes and threads takes longer than a small site is worth.
  if (countEntries(join(content, 'articles')) < worthWorkers) return false;
  await store.readAhead();
  const folder = openFolder(content);
  const folders = articleFolders(folder, ignore, store.isUnchanged);
  const first = layGroundwork(folder, store, ignore, reviewStored);
  const editions = [
    { language: undefined, ...first },
    ...first.site.languages.slice(1).map((language) => {
      return { language, ...layGroundworkIn(language, first.site, folder, store.in(language), ignore) };
    }),
  ].map(({ language, site, settings: parsing }) => {
    return { language, parsing, stale: store.stale(articlesIn(site, folder, folders), parsing, language) };
  });
  const [inFirst = [], ...inOthers] = editions.map(({ stale }) => stale);
  const isMany = inFirst.length + inOthers.flat().length >= worthWorkers;
  store.suspect(new Set(isMany ? [] : inFirst), new Set(isMany ? [] : inOthers.flat()));
  if (!isMany) return inFirst.length + inOthers.flat().length > 0;
  const batches = editions.flatMap(({ language, stale }) =>
    inBatches(stale).map((part): Batch => ({ kind: 'parse', slugs: part, language })),
  );
  const parsings = new Map(editions.map(({ language, parsing }) => [language, parsing]));
  await inWorkers(settings, batches, (answer) => {
    if (answer.kind !== 'parse') return;
    const { language } = answer;
    store.inOneStep(() => {
      for (const article of answer.articles) {
        store.put(article.parsed.slug, parsings.get(language) ?? '', article, language);
      }
    });
  });
  return false;
}
