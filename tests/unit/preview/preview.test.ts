import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openPreview, type Reading } from '@/lib/preview/preview.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';

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

test('A preview has the problems of whatever is at fault at its own address', async () => {
  const entry = '---\nname: Letters\ntitel: x\n---\n';
  const content = aContentFolder({
    'articles/storm/index.md': anIndex({ keys: 'titel: x' }),
    'authors/ada-reed.md': entry,
    'topics/weather.md': entry,
    'series/letters.md': entry,
    'pages/articles.md': '---\ntitle: The name of a folder\n---\n',
    'pages/ethics.md': '---\ntitle: Ethics\n---\n\n<b>Loud</b>\n',
  });
  const preview = await openPreview({ content, now: () => someday, changed: () => {} });
  onTestFinished(preview.close);

  expect([...preview.latest().faults.keys()].sort()).toEqual([
    '/articles/storm/',
    '/authors/ada-reed/',
    '/ethics/',
    '/series/letters/',
    '/topics/weather/',
  ]);
});
