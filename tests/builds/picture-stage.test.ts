import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '@/lib/model/problem.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt, type Edit } from '../support/newsroom.ts';
import { longTest } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom, fromNothing } = siteBuilders();

describe('the pictures of articles', () => {
  const plain = { kind: 'write', article: 3, words: 5, published: -1, draft: false, expires: false, link: -1 } as const;
  const lead = { kind: 'picture', article: 3, where: 'lead', width: 8, colour: 0 } as const;
  const copies = (out: string) => globSync('pictures/**/*.*', { cwd: out }).sort();
  const times = (out: string) =>
    Object.fromEntries(copies(`${out}.press`).map((file) => [file, statSync(join(`${out}.press`, file)).mtimeMs]));

  /** A newsroom with an article that has a picture, and its builder. */
  async function aPicture(name: string, written: Partial<Extract<Edit, { kind: 'write' }>> = {}) {
    const { room, out } = await aBuiltNewsroom(name);
    room.do({ ...plain, ...written });
    room.do(lead);
    return { room, out, builder: aBuilder(room.dir, out) };
  }

  test('are made once, whatever becomes of the text around them', async () => {
    const { room, out, builder } = await aPicture('once');
    await builder.build({ now: builtAt });
    const before = times(out);
    expect(Object.keys(before)).toHaveLength(2);
    room.do({ ...plain, words: 50 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(times(out)).toEqual(before);
    expect(copies(out)).toHaveLength(2);
  });

  longTest('have other names when they change, and leave nothing behind when they go', async () => {
    const { room, out, builder } = await aPicture('changed');
    await builder.build({ now: builtAt });
    const before = copies(out);
    room.do({ ...lead, colour: 1 });
    await builder.build({ now: builtAt });
    const after = copies(out);
    expect(after).toHaveLength(2);
    expect(after.filter((file) => before.includes(file))).toEqual([]);
    room.do({ kind: 'dropPicture', article: 3, where: 'lead' });
    await builder.build({ now: builtAt });
    await builder.close();
    expect([...copies(out), ...copies(`${out}.press`)]).toEqual([]);
  });

  longTest('lie alone: what somebody put beside them as a compressed sibling is taken away', async () => {
    const { room, out, builder } = await aPicture('alone');
    await builder.build({ now: builtAt });
    await builder.close();
    const before = copies(out);
    for (const file of before) writeFileSync(join(out, `${file}.br`), 'something else');
    const next = aBuilder(room.dir, out);
    await next.build({ now: builtAt });
    await next.close();
    expect(copies(out)).toEqual(before);
  });

  test('come into the site with their article, and not before; then they are there already', async () => {
    const { out, builder } = await aPicture('embargoed', { published: 2 });
    await builder.build({ now: builtAt });
    const before = times(out);
    expect(copies(out)).toEqual([]);
    await builder.build({ now: builtAt + 2 * 3_600_000 });
    await builder.close();
    expect(copies(out)).toHaveLength(2);
    expect(times(out)).toEqual(before);
  });

  longTest('are those of before where one is broken', async () => {
    const { room, out, builder } = await aPicture('broken');
    await builder.build({ now: builtAt });
    const before = siteContent(out);
    const file = join(room.dir, 'articles/a3/lead.png');
    writeFileSync(file, readFileSync(file).subarray(0, 60));
    const { problems } = await builder.build({ now: builtAt });
    expect(problems.map((problem) => formatProblem(problem))).toEqual([
      expect.stringMatching(/a3\/index\.md:\d+:\d+ {2}error {2}picture-broken {2}"lead\.png" cannot be decoded/),
    ]);
    expect(siteContent(out)).toEqual(before);
    room.do({ ...lead, colour: 2 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
  });
});
