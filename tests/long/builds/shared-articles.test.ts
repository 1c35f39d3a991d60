import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { codeDigests } from '@/lib/press/cache/code-digest.ts';
import { outputCache } from '@/lib/press/outputs/output-cache.ts';
import { outputFolder } from '@/lib/press/outputs/output-places.ts';
import { parseShare } from '@/lib/press/outputs/share.ts';
import { parseInWorkers } from '@/lib/press/parse-in-workers.ts';
import { builtAt } from '../../support/newsroom.ts';
import { addArabic, writePlenty } from '../../support/plenty.ts';
import { siteBuilders } from '../../support/site-builders.ts';

const { path } = siteBuilders();
const root = process.cwd();

test('Articles of a large site are parsed once by all machines together, and are the same everywhere', async () => {
  const [content, place] = [path('content'), path('outputs')];
  writePlenty(content, 300);
  addArabic(content, 20);
  const code = codeDigests(root);

  /** What a machine has stored of all articles, and what it has taken from the cache. */
  const parsedBy = async (name: string, share?: string, places: readonly string[] = [place]) => {
    const out = path(name);
    mkdirSync(out);
    const buildCache = openBuildCache(out, () => {});
    const store = articleCache(buildCache, content, code.parsing);
    const outputs = outputCache(places.map(outputFolder), () => {});
    const found = share === undefined ? undefined : parseShare(share);
    const settings = { root, content, out, code, now: builtAt, found: [] };
    await parseInWorkers(store, settings, { say: () => {}, ...(places.length > 0 && { outputs, share: found }) });
    const rows = buildCache.db.prepare('SELECT slug, settings, files, digest, parsed, body FROM articles').all();
    buildCache.close();
    return { rows: rows.sort((a, b) => (String(a['slug']) < String(b['slug']) ? -1 : 1)), said: outputs.summary() };
  };
  const alone = await parsedBy('alone', undefined, []);
  expect(alone.rows).toHaveLength(320);

  const first = await parsedBy('first', '1/2');
  expect(first).toEqual({ rows: alone.rows, said: 'Cache: 0 of 320 outputs taken from it, 320 written to it' });
  const second = await parsedBy('second', '2/2');
  expect(second).toEqual({ rows: alone.rows, said: 'Cache: 320 of 320 outputs taken from it, 0 written to it' });
});
