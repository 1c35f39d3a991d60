import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { readContent } from '@/lib/content/load-content.ts';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { parsingDigest } from '@/lib/press/cache/code-digest.ts';
import { openPreview, type Reading } from '@/lib/preview/preview.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

// What a preview hands over would be seen by the tests after it.
afterEach(() => void Reflect.deleteProperty(globalThis, Symbol.for('standfirst.preview')));

test('A preview tells of a picture that ends too soon, and no more once it is whole', async () => {
  const data = Buffer.from(Array.from({ length: 600 * 400 * 3 }, (_, at) => (at * at * 31) % 251));
  const bytes = await sharp(data, { raw: { width: 600, height: 400, channels: 3 } })
    .jpeg()
    .toBuffer();
  const picture = 'articles/storm/pier.jpg';
  const content = aContentFolder({
    'articles/storm/index.md': anIndex({ keys: 'picture:\n  image: pier.jpg\n  alt: The pier\n  credit: Ada Reed' }),
    [picture]: bytes.subarray(0, 20_000),
  });
  const readings: Reading[] = [];
  const preview = await openPreview({ content, now: () => someday, changed: (reading) => readings.push(reading) });
  onTestFinished(preview.close);

  await expect.poll(() => preview.latest().warnings.map(({ code }) => code)).toEqual(['picture-broken']);
  expect(readings).toEqual([preview.latest()]);
  expect(readings[0]?.publication).toBeDefined();

  writeFileSync(join(content, picture), bytes);
  await expect.poll(() => preview.latest().warnings).toEqual([]);
});

test('A preview takes from a build what that has parsed, parses what has changed since, and leaves it as it is', async () => {
  const named = (title: string) => anIndex().replace('The storm passes', title);
  const content = aContentFolder({
    'articles/storm/index.md': named('Storm'),
    'articles/calm/index.md': named('Calm'),
  });
  await setTimeout(150);
  const out = join(aTemporaryFolder(), 'out');
  const buildCache = openBuildCache(out, () => {});
  readContent(content, articleCache(buildCache, content, parsingDigest(process.cwd())));
  const rows = () => buildCache.db.prepare('SELECT slug, parsed FROM articles ORDER BY slug').all();
  // As no file says it: it can only be from there.
  buildCache.db.exec(`UPDATE articles SET parsed = replace(replace(parsed, '"Storm"', '"Kept"'), '"Calm"', '"Kept"')`);
  const before = rows();
  writeFileSync(join(content, 'articles/calm/index.md'), named('Calmer'));

  const preview = await openPreview({ content, out, now: () => someday, changed: () => {} });

  expect(
    preview
      .latest()
      .publication?.articles.map(({ title }) => title)
      .sort(),
  ).toEqual(['Calmer', 'Kept']);
  await preview.close();
  expect(rows()).toEqual(before);
  buildCache.close();
});
