import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import sharp from 'sharp';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { readContent } from '@/lib/content/load-content.ts';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { parsingDigest } from '@/lib/press/cache/code-digest.ts';
import { openPreview, type Reading } from '@/lib/preview/preview.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

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

test('A preview has drafts and faults of a translation at its own address, and its remarks', async () => {
  const draft = anIndexInArabic({ keys: 'draft: true\nslug: asifa' });
  const content = aContentFolder({
    ...twoLanguages,
    'articles/storm/index.ar.md': draft,
    'articles/calm/index.md': anIndex(),
    'articles/calm/index.ar.md': anIndexInArabic({ keys: 'slug: huduu' }).replace('title:', 'titel:'),
    'glossary/raqqa.md': '---\nname: Raqqa\nkind: place\n---\n',
  });
  const preview = await openPreview({ content, now: () => someday, changed: () => {} });
  onTestFinished(preview.close);
  const handed = Reflect.get(globalThis, Symbol.for('standfirst.preview'));

  expect([...handed.remarks]).toEqual([['/ar/articles/asifa/', { kind: 'draft', published: expect.any(Number) }]]);
  expect([...preview.latest().faults.keys()]).toEqual(['/ar/articles/calm/']);

  writeFileSync(join(content, 'articles/storm/index.ar.md'), draft.replace('title:', 'titel:'));
  writeFileSync(join(content, 'authors/ada-reed.ar.md'), '---\nnam: آدا\n---\n');
  await expect
    .poll(() => [...preview.latest().faults.keys()].sort())
    .toEqual(['/ar/articles/asifa/', '/ar/articles/calm/', '/ar/articles/storm/', '/ar/authors/ada-reed/']);

  // Without what its own files say a language has no page; the first has all of its own.
  writeFileSync(join(content, 'site.ar.md'), '---\nnam: الميناء\n---\n');
  await expect.poll(() => [...preview.latest().faults.keys()]).toContain('/ar/');
  expect(
    preview
      .latest()
      .faults.get('/ar/')
      ?.map(({ file }) => basename(file)),
  ).toContain('site.ar.md');
  expect([...preview.latest().faults.keys()].every((route) => route.startsWith('/ar/'))).toBe(true);
});

test('A preview warns of a translation that readers saw with other words', async () => {
  const content = aContentFolder(twoLanguages);
  for (const lang of [undefined, 'ar'])
    prepareVersion(content, { slug: 'storm', lang, kind: 'publish', note: 'News.' }, someday).write();
  const preview = await openPreview({ content, now: () => someday, changed: () => {} });
  onTestFinished(preview.close);
  const warnings = () => preview.latest().warnings.map(({ code, file }) => [code, basename(file)]);
  expect(warnings()).toEqual([]);

  writeFileSync(join(content, 'articles/storm/1-pier.ar.md'), '---\ntitle: الرصيف\n---\n\nسقط كل لوح.\n');
  await expect.poll(warnings).toEqual([['unrecorded', '1-pier.ar.md']]);
  const handed = Reflect.get(globalThis, Symbol.for('standfirst.preview'));
  expect([...handed.remarks.keys()]).toEqual(['/ar/articles/storm/']);
});
