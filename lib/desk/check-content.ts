import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { layGroundwork } from '../content/groundwork.ts';
import { loadContent } from '../content/load-content.ts';
import type { Instant } from '../content/moment.ts';
import type { ParsedArticle } from '../content/parse-article.ts';
import type { Problem } from '../content/problem.ts';
import type { Review } from '../content/review.ts';
import { listFolder, openFolder } from '../content/source-file.ts';
import { checkingDigest } from '../press/code-digest.ts';
import { everyTwoSeconds } from '../press/every-two-seconds.ts';
import { inBatches, shareOut } from '../press/share-out.ts';
import { type CheckedArticles, checkedArticles } from './checked-articles.ts';
import { nothingKept, openKept } from './kept.ts';
import { reviewWith } from './review-texts.ts';

/** From so many articles on, workers save more time than they take to start. */
const worthWorkers = 100;

/** So many articles a batch: this process parses as well, and must not leave the answers of workers lying for long. */
const batchSize = 8;

/** What every worker of a check has to know, and what it answers. */
export type CheckWorkerSettings = { dir: string };
export type CheckedBatch = { articles: ParsedArticle[] };

type CheckSettings = {
  /** The instant at which published texts must be those that are recorded. */
  now: Instant;
  /**
   * The folder in which is kept what was found, so that unchanged files need not be read again; it need not exist. Nothing
   * is kept where it is left out.
   */
  cache?: string;
  /** Is told how far a check has come that takes seconds. */
  say?: (line: string) => void;
};

/** Every problem of a content folder, sorted by file and place. */
export async function checkContent(dir: string, { now, cache, say = () => {} }: CheckSettings): Promise<Problem[]> {
  const kept = cache !== undefined && existsSync(dir) ? openKept(join(cache, fileFor(dir))) : nothingKept;
  try {
    const articles = checkedArticles(
      kept,
      dir,
      cache === undefined ? '' : checkingDigest(join(import.meta.dirname, '../..')),
    );
    const review = reviewWith(articles.names);
    await readAhead(dir, articles, review, say);
    return loadContent(dir, articles, review, now).problems;
  } finally {
    kept.close();
  }
}

/** Where many articles have to be parsed, has workers help with it before the content is loaded. */
async function readAhead(
  dir: string,
  articles: CheckedArticles,
  review: Review,
  say: (line: string) => void,
): Promise<void> {
  const ignore = () => {};
  // A folder that cannot be read is told of when the content is loaded.
  if (!existsSync(join(dir, 'articles'))) return;
  const folder = openFolder(dir);
  const slugs = listFolder(folder, 'articles', ignore).flatMap(({ name, isFolder }) => (isFolder ? name : []));
  if (slugs.length < worthWorkers) return;
  const { settings, parse } = layGroundwork(folder, articles, ignore, review);
  const stale = articles.stale(slugs, settings);
  if (stale.length < worthWorkers) return;
  const tell = everyTwoSeconds(say);
  let read = 0;
  await shareOut(
    join(import.meta.dirname, 'check-worker.ts'),
    { dir } satisfies CheckWorkerSettings,
    inBatches(stale, batchSize).map((slugs) => ({ slugs })),
    ({ articles: checked }: CheckedBatch) => {
      for (const parsed of checked) articles.put(parsed.slug, settings, parsed);
      read += checked.length;
      tell(() => `${read} of ${stale.length} articles are read …`);
    },
    ({ slugs: some }) => ({ articles: some.map((slug) => parse(slug).parsed) }),
  );
}

/** A file of its own for each content folder. */
function fileFor(dir: string): string {
  return `check-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16)}.db`;
}
