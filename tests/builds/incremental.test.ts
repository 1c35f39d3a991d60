import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Encode, encodingsOf } from '@/lib/press/page/compress.ts';
import { readBuiltSite } from '@/lib/serve/read-built-site.ts';
import { siteContent } from '../support/compare-sites.ts';
import { anEdit, anEditInTwo, builtAt, type Edit } from '../support/newsroom.ts';
import { longTest, runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';
import { staysTheSame } from '../support/stays-the-same.ts';

const builders = siteBuilders();
const { aBuilder, aBuiltNewsroom } = builders;

describe('an incremental build', () => {
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 6 });

  test('gives the same files as a build from nothing, whatever was edited, added, renamed or deleted', async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), (some, resident) => staysTheSame(builders, some, resident)),
      { numRuns: runs(1), endOnFailure: true },
    );
  });

  longTest(
    'gives the same files in two languages, too, whatever was translated and what of its original was edited',
    async () => {
      const inTwo = fc
        .array(anEditInTwo, { minLength: 2, maxLength: 7 })
        .map((some): Edit[] => [{ kind: 'arabic' }, ...some]);
      await fc.assert(
        fc.asyncProperty(inTwo, fc.boolean(), (some, resident) => staysTheSame(builders, some, resident)),
        { numRuns: runs(1), endOnFailure: true },
      );
    },
  );

  longTest('takes a link for what it is now, when the file that it leads to comes, goes or is renamed', async () => {
    const { room, out } = await aBuiltNewsroom('links');
    const builder = aBuilder(room.dir, out);
    const article = join(room.dir, 'articles/a0/index.md');
    writeFileSync(article, `${readFileSync(article, 'utf8')}\nSee [more](../a5/1-s1.md).\n`);
    await setTimeout(200);
    const faults = async () => (await builder.build({ now: builtAt })).problems.map(({ code }) => code);
    expect(await faults()).toEqual(['link-file']);
    room.do({ kind: 'write', article: 5, words: 5, published: -1, draft: false, expires: false, link: -1 });
    room.do({ kind: 'section', article: 5, section: 1, words: 5 });
    expect(await faults()).toEqual([]);
    renameSync(join(room.dir, 'articles/a5/1-s1.md'), join(room.dir, 'articles/a5/2-s1.md'));
    expect(await faults()).toEqual(['link-file']);
    await builder.close();
  });

  test('makes only the pages that show what has changed', async () => {
    const { room, out } = await aBuiltNewsroom('few');
    const plain = { kind: 'write', words: 5, draft: false, expires: false, link: -1 } as const;
    room.do({ ...plain, article: 2, words: 0, published: -2 });
    const builder = aBuilder(room.dir, out);
    const made = async () => (await builder.build({ now: builtAt })).made.map(({ file }) => file);
    await builder.build({ now: builtAt });
    expect((await builder.build({ now: builtAt })).made).toEqual([]);
    room.do({ kind: 'section', article: 1, section: 1, words: 5 });
    // The index of that year has other words, and so another address.
    expect(await made()).toEqual(['articles/a1/index.html', 'search/index.html']);
    // The third article does not mention it.
    room.do({ kind: 'glossary', words: 51 });
    expect(await made()).toEqual(['articles/a0/index.html', 'articles/a1/index.html', 'glossary/index.html']);
    room.do({ ...plain, article: 3, words: 0, authors: ['b'], published: 0 });
    expect(await made()).toEqual([
      'index.html',
      'articles/a3/index.html',
      'articles/a0/index.html',
      'articles/a1/index.html',
      'topics/t/index.html',
      'authors/b/index.html',
      '404.html',
      'search/index.html',
    ]);
    room.do({ kind: 'authorNote', words: 50 });
    expect(await made()).toEqual(['authors/b/index.html']);
    room.do({ ...plain, article: 2, words: 0, published: -2, map: true });
    await builder.build({ now: builtAt });
    // Its map shows the place that its text does not mention.
    room.do({ kind: 'glossary', words: 61 });
    expect(await made()).toContain('articles/a2/index.html');
    await builder.close();
  });

  test('does not trust its manifest where the files on disk are others', async () => {
    const { room, out } = await aBuiltNewsroom('distrust');
    const whole = siteContent(out);
    rmSync(join(out, 'about'), { recursive: true });
    rmSync(join(out, 'index.html.br'));
    const second = aBuilder(room.dir, out);
    await second.build({ now: builtAt });
    await second.close();
    expect(siteContent(out)).toEqual(whole);
  });

  test('makes nothing again of a site and its build cache that were restored with other times', async () => {
    const { room, out } = await aBuiltNewsroom('restored');
    const first = aBuilder(room.dir, out);
    await first.build({ now: builtAt });
    await first.close();
    const files = globSync('**', { cwd: out }).filter((path) => statSync(join(out, path)).isFile());
    // As tar does, which keeps whole seconds.
    for (const path of files) utimesSync(join(out, path), 1_700_000_000, 1_700_000_000);
    const builder = aBuilder(room.dir, out);
    const { made, removed } = await builder.build({ now: builtAt });
    await builder.close();
    expect({ made, removed }).toEqual({ made: [], removed: 0 });
    expect(statSync(join(out, 'index.html')).mtimeMs).toBe(1_700_000_000_000);
  });

  test('has the page of an edit in place before it makes lists, and these before feeds, if somebody waits, and is unfinished until then', async () => {
    const { room, out } = await aBuiltNewsroom('step-by-step');
    const read = (file: string) => readFileSync(join(out, file), 'utf8');
    const headline = (file: string) => /Article 1, \d+ words/.exec(read(file))?.[0];
    /** What readers saw when a file was compressed. */
    const seen = new Map<string, unknown>();
    const encode: Encode = (file, bytes) => {
      const page = read('articles/a1/index.html');
      const pictures = [...page.matchAll(/src="\/(pictures\/[^"]+)"/g)].map(([, path = '']) => path);
      seen.set(file, {
        page: headline('articles/a1/index.html'),
        front: headline('index.html'),
        pictures: pictures.map((path) => existsSync(join(out, path))),
        finished: readBuiltSite(out).finished,
      });
      return encodingsOf(file, bytes, 6);
    };
    const builder = aBuilder(room.dir, out, { encode });
    await builder.build({ now: builtAt });
    const before = headline('index.html');
    room.do({ kind: 'write', article: 1, words: 7, published: -1, draft: false, expires: false, link: -1 });
    room.do({ kind: 'picture', article: 1, where: 'lead', width: 900, colour: 3 });
    seen.clear();
    const { made } = await builder.build({ now: builtAt, raise: 0, suspects: new Set(['a1']), afterwards: 'later' });
    const after = headline('index.html');
    expect(after).not.toBe(before);
    expect(seen.get('articles/a1/index.html')).toEqual({ page: before, front: before, pictures: [], finished: true });
    expect(seen.get('index.html')).toEqual({ page: after, front: before, pictures: [true], finished: false });
    expect(seen.get('feed.xml')).toEqual({ page: after, front: after, pictures: [true], finished: false });
    expect(made.map(({ file }) => file)).toEqual(expect.arrayContaining(['articles/a1/index.html', 'index.html']));
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await builders.fromNothing(room.dir));
  });

  test('compresses a page quickly if somebody waits for it, and at full quality when nobody does', async () => {
    const { room, out } = await aBuiltNewsroom('awaited');
    const builder = aBuilder(room.dir, out, { encode: encodingsOf });
    await builder.build({ now: builtAt });
    const bytes = () => statSync(join(out, 'articles/a1/index.html.br')).size;
    room.do({ kind: 'section', article: 1, section: 1, words: 5 });
    const { raised } = await builder.build({ now: builtAt, raise: 0, afterwards: 'later' });
    const quickly = bytes();
    const { raised: after } = await builder.build({ now: builtAt });
    await builder.close();
    expect([raised, after]).toEqual([0, 1]);
    expect(bytes()).toBeLessThan(quickly);
  });
});
