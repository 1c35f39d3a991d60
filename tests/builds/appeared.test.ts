import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordDue } from '@/lib/authoring/record-due.ts';
import { buildCacheFolder } from '@/lib/press/cache/out-folder.ts';
import { readAppearances } from '@/lib/versions/appearances.ts';
import { builtAt } from '../support/newsroom.ts';
import { longTest } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom } = siteBuilders();
const hour = 3_600_000;

test('What appears on schedule is kept as readers saw it, and becomes the version that is due', async () => {
  const { room, out } = await aBuiltNewsroom('appeared');
  const site = join(room.dir, 'site.md');
  const words = readFileSync(site, 'utf8');
  room.do({ kind: 'write', article: 2, words: 5, published: 2, expires: false, draft: false, link: -1 });
  const builder = aBuilder(room.dir, out);
  const { next } = await builder.build({ now: builtAt });
  const [end = 0] = next;
  // A build that fails at that instant has not shown anything.
  writeFileSync(site, words.replace('name:', 'nam:'));
  await expect(builder.build({ now: end })).rejects.toThrow('key-unknown');
  writeFileSync(site, words);
  await builder.build({ now: end });
  const article = join(room.dir, 'articles/a2/index.md');
  const shown = readFileSync(article, 'utf8');
  writeFileSync(article, `${shown}\nAnother paragraph.\n`);
  await builder.build({ now: end + hour });
  await builder.close();
  const kept = readAppearances(buildCacheFolder(out));
  expect(Object.keys(kept.appeared)).toEqual(['a2']);
  expect(recordDue(room.dir, kept, end + hour)).toMatchObject([{ slug: 'a2', is: 'recorded', number: 1 }]);
  const version = readFileSync(join(room.dir, 'articles/a2/versions/1.md'), 'utf8');
  expect(version).not.toContain('Another paragraph');
  expect(version).toContain(`recorded: ${new Date(end).toISOString().slice(0, 16)}`);
});

longTest('What appears in another language is kept beside it, and becomes a version of that language', async () => {
  const { room, out } = await aBuiltNewsroom('appeared-in-two');
  room.do({ kind: 'arabic' });
  room.do({ kind: 'write', article: 2, words: 5, published: 2, expires: false, draft: false, link: -1 });
  room.do({ kind: 'translate', article: 2, words: 5, draft: false, slug: false });
  const said: string[] = [];
  const builder = aBuilder(room.dir, out, { say: (line) => said.push(line) });
  const { next } = await builder.build({ now: builtAt });
  const [end = 0] = next;
  expect(readAppearances(buildCacheFolder(out)).embargoed).toEqual({ a2: end, 'ar/a2': end });
  await builder.build({ now: end });
  expect(said.join('\n')).toContain('Appeared without a recorded version: a2, ar/a2.');
  const article = join(room.dir, 'articles/a2/index.ar.md');
  writeFileSync(article, `${readFileSync(article, 'utf8')}\nAnother paragraph.\n`);
  await builder.build({ now: end + hour });
  await builder.close();
  const kept = readAppearances(buildCacheFolder(out));
  expect(recordDue(room.dir, kept, end + hour)).toMatchObject([
    { slug: 'a2', is: 'recorded', number: 1 },
    { slug: 'a2', lang: 'ar', is: 'recorded', number: 1 },
  ]);
  const version = readFileSync(join(room.dir, 'articles/a2/versions/1.ar.md'), 'utf8');
  expect(version).not.toContain('Another paragraph');
  expect(version).toContain('translates: 1\n');
  expect(readFileSync(join(room.dir, 'articles/a2/versions/1.md'), 'utf8')).not.toContain('translates');
});
