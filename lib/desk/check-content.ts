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
import { inBatches, shareOut } from '../press/share-out.ts';
import { type CheckedArticles, checkedArticles } from './checked-articles.ts';
import { nothingKept, openKept } from './kept.ts';
import { reviewWith } from './review-texts.ts';

/** From so many articles on, workers save more time than they take to start. */
const worthWorkers = 200;

/** What every worker of a check has to know, and what it answers. */
export type CheckWorkerSettings = { dir: string };
export type CheckedBatch = { articles: ParsedArticle[] };

/**
 * Every problem of a content folder, sorted by file and place.
 *
 * @param now The instant at which published texts must be those that are recorded.
 * @param cache The folder in which is kept what was found, so that unchanged files need not be read again; it need not
 * exist. Nothing is kept where it is left out.
 */
export async function checkContent(dir: string, { now, cache }: { now: Instant; cache?: string }): Promise<Problem[]> {
  const kept = cache !== undefined && existsSync(dir) ? openKept(join(cache, fileFor(dir))) : nothingKept;
  try {
    const articles = checkedArticles(
      kept,
      dir,
      cache === undefined ? '' : checkingDigest(join(import.meta.dirname, '../..')),
    );
    const review = reviewWith(articles.names);
    await readAhead(dir, articles, review);
    return loadContent(dir, articles, review, now).problems;
  } finally {
    kept.close();
  }
}

/** Where many articles have to be parsed, has workers do it before the content is loaded. */
async function readAhead(dir: string, articles: CheckedArticles, review: Review): Promise<void> {
  const ignore = () => {};
  // A folder that cannot be read is told of when the content is loaded.
  if (!existsSync(join(dir, 'articles'))) return;
  const folder = openFolder(dir);
  const slugs = listFolder(folder, 'articles', ignore).flatMap(({ name, isFolder }) => (isFolder ? name : []));
  if (slugs.length < worthWorkers) return;
  const { settings } = layGroundwork(folder, articles, ignore, review);
  const stale = articles.stale(slugs, settings);
  if (stale.length < worthWorkers) return;
  const batches = inBatches(stale).map((part) => ({ slugs: part }));
  const settingsOfWorkers: CheckWorkerSettings = { dir };
  await shareOut(join(import.meta.dirname, 'check-worker.ts'), settingsOfWorkers, batches, (answer: CheckedBatch) => {
    for (const parsed of answer.articles) articles.put(parsed.slug, settings, parsed);
  });
}

/** A file of its own for each content folder. */
function fileFor(dir: string): string {
  return `check-${createHash('sha256').update(realpathSync(dir)).digest('hex').slice(0, 16)}.db`;
}
