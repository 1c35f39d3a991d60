import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { Review } from '../content/article/review.ts';
import { articleFolders } from '../content/files/content-places.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { problemsOf } from '../content/load-content.ts';
import { type FormerContent, vanished } from '../content/vanished.ts';
import type { Instant } from '../model/moment.ts';
import { comparePlaces, type Problem } from '../model/problem.ts';
import type { ReadArticle } from '../press/cache/article-cache.ts';
import { cacheDatabase, passingDatabase, readBuildCache } from '../press/cache/build-cache.ts';
import { checkingDigests } from '../press/cache/code-digest.ts';
import { findingsIn } from '../press/cache/findings.ts';
import { countEntries } from '../processes/count-entries.ts';
import { throttledProgress } from '../processes/throttled-progress.ts';
import { endWorkers, inBatches, shareOut } from '../processes/worker-pool.ts';
import { reviewTexts } from '../review/review-texts.ts';
import { type CheckedArticles, checkedArticle, checkedArticles } from './check-cache.ts';
import { keptFile, startHelpers, worthHelpers } from './check-helpers.ts';
import { checkPictures, pictureKey } from './check-pictures.ts';
import { contentFiles } from './content-files.ts';

/** How many articles a batch has: this process parses too, and should not keep workers waiting. */
const batchSize = 8;

/** What a helper answers. */
export type CheckedBatch = { articles: ReadArticle[] };

type CheckSettings = {
  /** The instant at which published texts must be those that are recorded. */
  now: Instant;
  /** The folder of the cache, so that unchanged files need not be read again; it need not exist. Without it nothing is cached. */
  cache?: string;
  /** The folder of the finished site: what its last build has parsed and reviewed is not read again. */
  out?: string;
  /** Receives the progress of a check that takes seconds. */
  say?: (line: string) => void;
  /** Earlier content: what readers would lose compared with it is reported too. */
  former?: FormerContent | undefined;
  /** Processes that help if there is much to do; they end with the check. */
  helpers?: readonly ChildProcess[];
};

/** Every problem of a content folder, sorted by file and place. */
export async function checkContent(
  dir: string,
  { now, cache, out, say = () => {}, former, helpers = [] }: CheckSettings,
): Promise<Problem[]> {
  const db = cache !== undefined && existsSync(dir) ? cacheDatabase(keptFile(dir, cache)) : passingDatabase();
  const ofBuild = out === undefined ? undefined : databaseOfBuild(out);
  try {
    const code =
      cache === undefined ? { parsing: '', decoding: '' } : checkingDigests(join(import.meta.dirname, '../..'));
    const articles = checkedArticles({ db }, dir, code.parsing, ofBuild);
    await readAhead(dir, articles, reviewTexts, { helpers, say });
    const problems = problemsOf(dir, articles, reviewTexts, now);
    const pictures = articles.pictures();
    const findings = findingsIn({ db });
    findings.keepOnly(new Set([...articles.catalogueKeys(), ...pictures.map(pictureKey)]));
    const broken = await checkPictures(pictures, findings, code.decoding);
    const gone = former && existsSync(dir) ? vanished(former, contentFiles(dir), dir, now) : [];
    return [...problems, ...broken, ...gone].sort(comparePlaces);
  } finally {
    endWorkers(helpers);
    ofBuild?.close();
    db.close();
  }
}

/** The database of the last build; `undefined` if there is none that this code can read. */
function databaseOfBuild(out: string): DatabaseSync | undefined {
  try {
    return readBuildCache(out);
  } catch {
    return undefined;
  }
}

/** If many articles have to be parsed, lets helpers parse some of them before the content is loaded. */
async function readAhead(
  dir: string,
  articles: CheckedArticles,
  review: Review,
  { helpers, say }: Required<Pick<CheckSettings, 'helpers' | 'say'>>,
): Promise<void> {
  const ignore = () => {};
  // A folder that cannot be read is reported when the content is loaded.
  if (!existsSync(join(dir, 'articles'))) return;
  if (countEntries(join(dir, 'articles')) < worthHelpers) return;
  await articles.readAhead();
  const folder = openFolder(dir);
  const slugs = articleFolders(folder, ignore, articles.isUnchanged);
  const { settings, parse } = layGroundwork(folder, articles, ignore, review);
  const stale = articles.stale(slugs, settings);
  if (stale.length < worthHelpers) return articles.suspect(new Set(stale));
  const tell = throttledProgress(say);
  let read = 0;
  await shareOut(
    helpers.length > 0 ? helpers : startHelpers(dir),
    inBatches(stale, batchSize).map((slugs) => ({ slugs })),
    ({ articles: checked }: CheckedBatch) => {
      for (const article of checked) articles.put(article.parsed.slug, settings, article);
      read += checked.length;
      tell(() => `${read} of ${stale.length} articles are read …`);
    },
    ({ slugs: some }) => ({ articles: some.map((slug) => checkedArticle(dir, slug, parse)) }),
  );
  // The helpers read the first language alone.
  articles.suspect(new Set(), new Set(stale));
}
