/** A process that parses and reviews articles for a check of many; ends when the check does. */

import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { passingDatabase } from '../press/cache/build-cache.ts';
import { doBatches } from '../processes/worker-pool.ts';
import { reviewOnly } from '../review/review-texts.ts';
import { checkedArticle, checkedArticles } from './check-cache.ts';
import type { CheckedBatch } from './check-content.ts';
import type { HelperSettings } from './check-helpers.ts';

const { dir }: HelperSettings = JSON.parse(process.argv[2] ?? '{}');
const articles = checkedArticles({ db: passingDatabase() }, dir, '');
// The check itself reviews the other texts.
const { parse } = layGroundwork(openFolder(dir), articles, () => {}, reviewOnly('lead', 'section'));

doBatches(async ({ slugs }: { slugs: string[] }): Promise<CheckedBatch> => {
  return { articles: slugs.map((slug) => checkedArticle(dir, slug, parse)) };
});
