import { globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt } from '../support/newsroom.ts';
import { longTest } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom, fromNothing } = siteBuilders();

describe('the search', () => {
  const written = { kind: 'write', words: 5, draft: false, expires: false, link: -1 } as const;
  const lastYear = -24 * 40;
  const folders = (out: string) => readdirSync(join(out, 'search')).filter((name) => !name.startsWith('index.html'));
  const yearOf = (out: string, year: number) => folders(out).find((name) => name.startsWith(`${year}-`));

  /** A newsroom with articles of two years, and its builder. */
  async function twoYears(name: string) {
    const { room, out } = await aBuiltNewsroom(name);
    room.do({ ...written, article: 2, published: lastYear });
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    return { room, out, builder };
  }

  test('has an index for each year, and makes that of one again when an article of it is edited', async () => {
    const { room, out, builder } = await twoYears('years');
    const before = folders(out);
    expect(before.map((name) => name.split('-')[0])).toEqual(['2025', '2026', 'runtime']);
    const times = () => globSync('search/2025-*/**/*.*', { cwd: out }).map((file) => statSync(join(out, file)).mtimeMs);
    const untouched = times();
    room.do({ kind: 'section', article: 1, section: 1, words: 7 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(folders(out).filter((name) => !before.includes(name))).toEqual([yearOf(out, 2026)]);
    expect(folders(out)).toHaveLength(3);
    expect(times()).toEqual(untouched);
  });

  test('stays as it is where an edit changes nothing that it finds', async () => {
    const { room, out, builder } = await twoYears('same');
    const before = folders(out);
    // The articles show its text, which is not part of their own.
    room.do({ kind: 'glossary', words: 53 });
    const { made } = await builder.build({ now: builtAt });
    await builder.close();
    expect(made.map(({ file }) => file)).toContain('articles/a1/index.html');
    expect(folders(out)).toEqual(before);
  });

  longTest('loses a year with its last article, and moves an article with its date', async () => {
    const { room, out, builder } = await twoYears('gone');
    room.do({ ...written, article: 3, published: lastYear });
    room.do({ ...written, article: 2, published: -1 });
    await builder.build({ now: builtAt });
    expect(folders(out)).toHaveLength(3);
    room.do({ kind: 'delete', article: 3 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(yearOf(out, 2025)).toBeUndefined();
    expect(readFileSync(join(out, 'search/index.html'), 'utf8')).not.toContain('2025');
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
  });

  longTest('comes with a later build where it was put off, and until then names the index that is there', async () => {
    const { room, out, builder } = await twoYears('later');
    const before = folders(out);
    room.do({ kind: 'section', article: 1, section: 1, words: 7 });
    const { made, stages } = await builder.build({ now: builtAt, afterwards: 'later' });
    expect([made.map(({ file }) => file), 'search' in stages]).toEqual([['articles/a1/index.html'], false]);
    expect(folders(out)).toEqual(before);
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
  });

  test('is made again where a file of it is missing', async () => {
    const { out, builder } = await twoYears('missing');
    await builder.close();
    const before = siteContent(out);
    const [fragment = ''] = globSync('search/*/fragment/*', { cwd: out });
    rmSync(join(out, fragment));
    const next = aBuilder(join(out, '../content'), out);
    await next.build({ now: builtAt });
    await next.close();
    expect(siteContent(out)).toEqual(before);
  });
});
