import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { articleFolders } from '../content/files/content-places.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '../content/groundwork.ts';
import { articlesIn } from '../content/load-content.ts';
import { countEntries } from '../processes/count-entries.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import { inBatches } from '../processes/worker-pool.ts';
import { reviewStored } from '../review/review-texts.ts';
import type { ArticleCache } from './cache/article-cache.ts';
import type { StageSettings } from './cache/stage.ts';
import { requestsAtOnce } from './outputs/output-cache.ts';
import { type DueArticle, type SharedArticles, sharedArticles } from './shared-articles.ts';
import { type Batch, inWorkers, type WorkerSettings, worthWorkers } from './workers.ts';

/** Where the parsed articles of other machines are, and the share of this one, if there are several; what receives progress. */
type ParseSettings = Pick<StageSettings, 'outputs' | 'share' | 'say'>;

/**
 * If many articles have to be parsed, takes those that other machines have parsed, and lets workers parse the rest before the content
 * is loaded from the cache.
 *
 * @returns Whether a few articles of many are left to parse.
 */
export async function parseInWorkers(
  store: ArticleCache,
  settings: WorkerSettings,
  { outputs, share, say }: ParseSettings,
): Promise<boolean> {
  const { content, code } = settings;
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
  const due = editions.flatMap(({ language, parsing, stale }) =>
    stale.map((slug): DueArticle => ({ slug, language, settings: parsing })),
  );
  const isMany = due.length >= worthWorkers;
  const [inFirst = [], ...inOthers] = editions.map(({ stale }) => stale);
  store.suspect(new Set(isMany ? [] : inFirst), new Set(isMany ? [] : inOthers.flat()));
  if (!isMany) return due.length > 0;
  const tell = throttledProgress(say);
  let done = 0;
  const note = (count: number) => {
    done += count;
    tell(() => `${done} of ${due.length} articles are read …`);
  };
  if (!outputs) {
    await parse(due, store, settings, note);
    return false;
  }
  const shared = sharedArticles(outputs, content, code.parsing);
  const isOwn = ({ slug, language = '' }: DueArticle) => share?.(`${language}/${slug}`) ?? true;
  // Each machine begins with its share: meanwhile others parse theirs.
  for (const some of [due.filter(isOwn), due.filter((one) => !isOwn(one))]) {
    const rest = await takeAll(some, shared, store, note);
    await parse(rest, store, settings, note, shared);
  }
  return false;
}

/** Takes articles that others have parsed; the rest is returned. */
async function takeAll(
  due: readonly DueArticle[],
  shared: SharedArticles,
  store: ArticleCache,
  note: (count: number) => void,
): Promise<DueArticle[]> {
  const rest: DueArticle[] = [];
  for (const some of inBatches(due, requestsAtOnce)) {
    const found = await Promise.all(some.map(async (one) => [one, await shared.take(one)] as const));
    store.inOneStep(() => {
      for (const [one, article] of found) {
        if (article) store.put(one.slug, one.settings, article, one.language);
        else rest.push(one);
      }
    });
    note(found.filter(([, article]) => article).length);
  }
  return rest;
}

/** Lets workers parse articles, and keeps them. */
async function parse(
  due: readonly DueArticle[],
  store: ArticleCache,
  settings: WorkerSettings,
  note: (count: number) => void,
  shared?: SharedArticles,
): Promise<void> {
  if (due.length === 0) return;
  const byLanguage = Map.groupBy(due, ({ language }) => language);
  const batches = [...byLanguage].flatMap(([language, some]) =>
    inBatches(some.map(({ slug }) => slug)).map((slugs): Batch => ({ kind: 'parse', slugs, language })),
  );
  const settingsOf = new Map(due.map((one) => [one.language, one.settings]));
  await inWorkers(settings, batches, (answer) => {
    if (answer.kind !== 'parse') return;
    const { language, articles } = answer;
    const parsing = settingsOf.get(language) ?? '';
    store.inOneStep(() => {
      for (const article of articles) store.put(article.parsed.slug, parsing, article, language);
    });
    note(articles.length);
    for (const article of articles) shared?.keep({ slug: article.parsed.slug, language, settings: parsing }, article);
  });
  await shared?.done();
}
