import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Builder, openBuilder } from '@/lib/press/builder.ts';
import { type NextServer, startNextServer } from '@/lib/press/next-server.ts';
import { worthWorkers } from '@/lib/press/workers.ts';
import { siteContent } from '../support/compare-sites.ts';
import { anEdit, builtAt, type Edit, Newsroom } from '../support/newsroom.ts';
import { writePlenty } from '../support/plenty.ts';

/** How many newsrooms are tried; each has up to six edits, with a build after each. */
const runs = Number(process.env['RUNS'] ?? 20);

const root = process.cwd();
let dir = '';
let server: Promise<NextServer> | undefined;
let count = 0;

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  // As the press runs it; Next and React ask for it when they start.
  Object.assign(process.env, { NODE_ENV: 'production' });
});
afterAll(async () => {
  await (await server)?.close();
  rmSync(dir, { recursive: true, force: true });
});

/** A builder that shares one server with the others, and leaves it running when it is closed. */
function aBuilder(content: string, out: string): Builder {
  const start = async (): Promise<NextServer> => {
    server ??= startNextServer(root);
    return { get: (await server).get, close: async () => {} };
  };
  return openBuilder({ root, content, out, say: () => {}, start });
}

async function fromNothing(content: string, now = builtAt): Promise<Record<string, string>> {
  const out = join(dir, `nothing-${count++}`);
  const builder = aBuilder(content, out);
  await builder.build({ now });
  await builder.close();
  const files = siteContent(out);
  for (const end of ['', '.press']) rmSync(out + end, { recursive: true });
  return files;
}

describe('an incremental build', () => {
  /** Does edits with a build after each, in one resident builder or in one for each build, and compares the site. */
  const staysTheSame = async (edits: readonly Edit[], resident: boolean, stock: number) => {
    const name = join(dir, `room-${count++}`);
    const room = new Newsroom(`${name}/content`, stock);
    const out = `${name}/out`;
    let builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    for (const edit of edits) {
      room.do(edit);
      if (!resident) {
        await builder.close();
        builder = aBuilder(room.dir, out);
      }
      await builder.build({ now: builtAt });
    }
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
    rmSync(name, { recursive: true });
  };
  const edits = fc.array(anEdit, { minLength: 1, maxLength: 6 });

  test('gives the same files as a build from nothing, whatever was edited, added, renamed or deleted', async () => {
    await fc.assert(
      fc.asyncProperty(edits, fc.boolean(), (some, resident) => staysTheSame(some, resident, 0)),
      { numRuns: runs, endOnFailure: true },
    );
  }, 600_000);

  test('gives the same files where lists are about to have a page more, or to lose one', async () => {
    await fc.assert(fc.asyncProperty(edits, fc.boolean(), fc.integer({ min: 56, max: 58 }), staysTheSame), {
      numRuns: Math.ceil(runs / 4),
      endOnFailure: true,
    });
  }, 600_000);

  test('gives the same lists where there are more articles than the front page shows', async () => {
    const content = join(dir, 'plenty/content');
    const out = join(dir, 'plenty/out');
    writePlenty(content, 41);
    const builder = aBuilder(content, out);
    await builder.build({ now: builtAt });
    writePlenty(content, 42);
    const { made } = await builder.build({ now: builtAt });
    expect(made.map(({ file }) => file).filter((file) => file.includes('page/'))).toEqual([]);
    for (const gone of ['article-42', 'article-30', 'article-1'])
      rmSync(join(content, 'articles', gone), { recursive: true });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(content));
  });

  test('gives the same files, whether one process makes the pages or workers share them', async () => {
    const content = join(dir, 'large/content');
    const out = join(dir, 'large/out');
    writePlenty(content, 240);
    const builder = aBuilder(content, out);
    // Too few for workers; then enough of them in a build from nothing.
    const { made } = await builder.build({ now: builtAt });
    expect(made.length).toBeLessThan(worthWorkers);
    writePlenty(content, 310);
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(content));
  }, 120_000);

  test('takes a link for what it is now, when the file that it leads to comes, goes or is renamed', async () => {
    const room = new Newsroom(join(dir, 'links/content'));
    const builder = aBuilder(room.dir, join(dir, 'links/out'));
    const article = join(room.dir, 'articles/a0/index.md');
    writeFileSync(article, `${readFileSync(article, 'utf8')}\nSee [more](../a5/1-s1.md).\n`);
    await setTimeout(200);
    await expect(builder.build({ now: builtAt })).rejects.toThrow('link-file');
    room.do({ kind: 'write', article: 5, words: 5, published: -1, draft: false, expires: false, link: -1 });
    room.do({ kind: 'section', article: 5, section: 1, words: 5 });
    await builder.build({ now: builtAt });
    renameSync(join(room.dir, 'articles/a5/1-s1.md'), join(room.dir, 'articles/a5/2-s1.md'));
    await expect(builder.build({ now: builtAt })).rejects.toThrow('link-file');
    await builder.close();
  });

  test('makes only the pages that show what has changed', async () => {
    const room = new Newsroom(join(dir, 'few/content'));
    const plain = { kind: 'write', words: 5, draft: false, expires: false, link: -1 } as const;
    room.do({ ...plain, article: 2, words: 0, published: -2 });
    const builder = aBuilder(room.dir, join(dir, 'few/out'));
    const made = async () => (await builder.build({ now: builtAt })).made.map(({ file }) => file);
    await builder.build({ now: builtAt });
    expect((await builder.build({ now: builtAt })).made).toEqual([]);
    room.do({ kind: 'section', article: 1, section: 1, words: 5 });
    // The search finds other words in that year, whose index has another address.
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
    const room = new Newsroom(join(dir, 'distrust/content'));
    const out = join(dir, 'distrust/out');
    const first = aBuilder(room.dir, out);
    await first.build({ now: builtAt });
    await first.close();
    const whole = siteContent(out);
    rmSync(join(out, 'about'), { recursive: true });
    rmSync(join(out, 'index.html.br'));
    const second = aBuilder(room.dir, out);
    await second.build({ now: builtAt });
    await second.close();
    expect(siteContent(out)).toEqual(whole);
  });
});

describe('the search', () => {
  const written = { kind: 'write', words: 5, draft: false, expires: false, link: -1 } as const;
  const lastYear = -24 * 40;
  const folders = (out: string) => readdirSync(join(out, 'search')).filter((name) => !name.startsWith('index.html'));
  const yearOf = (out: string, year: number) => folders(out).find((name) => name.startsWith(`${year}-`));

  /** A newsroom with articles of two years, and its builder. */
  async function twoYears(name: string) {
    const room = new Newsroom(join(dir, name, 'content'));
    const out = join(dir, name, 'out');
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
    // The articles show its note, which is not of their own text.
    room.do({ kind: 'glossary', words: 53 });
    const { made } = await builder.build({ now: builtAt });
    await builder.close();
    expect(made.map(({ file }) => file)).toContain('articles/a1/index.html');
    expect(folders(out)).toEqual(before);
  });

  test('loses a year with its last article, and moves an article with its date', async () => {
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

  test('comes with a later build where it was put off, and until then names the index that is there', async () => {
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

describe('the pictures of articles', () => {
  const plain = { kind: 'write', article: 3, words: 5, published: -1, draft: false, expires: false, link: -1 } as const;
  const lead = { kind: 'picture', article: 3, where: 'lead', width: 8, colour: 0 } as const;
  const copies = (out: string) => globSync('pictures/**/*.*', { cwd: out }).sort();
  const times = (out: string) =>
    Object.fromEntries(copies(`${out}.press`).map((file) => [file, statSync(join(`${out}.press`, file)).mtimeMs]));

  /** A newsroom with an article that has a picture, and its builder. */
  function aPicture(name: string, written: Partial<Extract<Edit, { kind: 'write' }>> = {}) {
    const room = new Newsroom(join(dir, name, 'content'));
    const out = join(dir, name, 'out');
    room.do({ ...plain, ...written });
    room.do(lead);
    return { room, out, builder: aBuilder(room.dir, out) };
  }

  test('are made once, whatever becomes of the text around them', async () => {
    const { room, out, builder } = aPicture('once');
    await builder.build({ now: builtAt });
    const before = times(out);
    expect(Object.keys(before)).toHaveLength(2);
    room.do({ ...plain, words: 50 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(times(out)).toEqual(before);
    expect(copies(out)).toHaveLength(2);
  });

  test('have other names when they change, and leave nothing behind when they go', async () => {
    const { room, out, builder } = aPicture('changed');
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

  test('lie alone: what somebody put beside them as a compressed sibling is taken away', async () => {
    const { room, out, builder } = aPicture('alone');
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
    const { out, builder } = aPicture('embargoed', { published: 2 });
    await builder.build({ now: builtAt });
    const before = times(out);
    expect(copies(out)).toEqual([]);
    await builder.build({ now: builtAt + 2 * 3_600_000 });
    await builder.close();
    expect(copies(out)).toHaveLength(2);
    expect(times(out)).toEqual(before);
  });

  test('stop the build where one is broken, and leave the site as it was', async () => {
    const { room, out, builder } = aPicture('broken');
    await builder.build({ now: builtAt });
    const before = siteContent(out);
    const file = join(room.dir, 'articles/a3/lead.png');
    room.do({ kind: 'site', words: 30 });
    writeFileSync(file, readFileSync(file).subarray(0, 60));
    await expect(builder.build({ now: builtAt })).rejects.toThrow(
      /a3\/index\.md:\d+:\d+ {2}error {2}picture-broken {2}"lead\.png" cannot be decoded/,
    );
    expect(siteContent(out)).toEqual(before);
    room.do({ ...lead, colour: 2 });
    await builder.build({ now: builtAt });
    await builder.close();
    expect(siteContent(out)).toEqual(await fromNothing(room.dir));
  });
});

describe('the schedule', () => {
  test('names every instant at which the site changes by itself, and the site changes at no other', async () => {
    const room = new Newsroom(join(dir, 'schedule/content'));
    const plain = { kind: 'write', words: 5, draft: false, link: -1 } as const;
    room.do({ ...plain, article: 2, published: 2, expires: false });
    room.do({ ...plain, article: 3, published: 0, expires: true });
    room.do({ ...plain, article: 4, published: 3, expires: true, draft: true });
    const builder = aBuilder(room.dir, join(dir, 'schedule/out'));
    const { next } = await builder.build({ now: builtAt });
    await builder.close();
    const hour = 3_600_000;
    // Two days after it was published an article leaves the news sitemap.
    expect(next.map((instant) => (instant - builtAt) / hour)).toEqual([0.5, 1.5, 46.5, 49.5]);
    const listed = new Set(next);
    const halfHours = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 92, 93, 94, 98, 99, 100];
    for (const now of halfHours.map((count) => builtAt + (count * hour) / 2)) {
      const before = await fromNothing(room.dir, now - 1);
      const after = await fromNothing(room.dir, now);
      if (listed.has(now)) expect(after).not.toEqual(before);
      else expect(after).toEqual(before);
    }
  }, 120_000);
});

describe('a build that is killed, or not alone', () => {
  const build = (content: string, out: string) =>
    spawn(process.execPath, ['lib/commands/build.ts', '--content', content, '--out', out], { stdio: 'ignore' });

  test('leaves a site that the next build completes, whenever it ends', async () => {
    const room = new Newsroom(join(dir, 'killed/content'));
    const out = join(dir, 'killed/out');
    for (let attempt = 0; attempt < 8; attempt++) {
      room.do({ kind: 'site', words: attempt + 10 });
      const child = build(room.dir, out);
      await setTimeout(150 + attempt * 150);
      child.kill('SIGKILL');
      if (child.exitCode === null) await once(child, 'exit');
    }
    const [status] = await once(build(room.dir, out), 'exit');
    expect(status).toBe(0);
    expect(siteContent(out)).toEqual(await fromNothing(room.dir, Date.now()));
  }, 60_000);

  test('waits for another one, and both end well', async () => {
    const room = new Newsroom(join(dir, 'two/content'));
    const out = join(dir, 'two/out');
    const both = [build(room.dir, out), build(room.dir, out)].map((child) => once(child, 'exit'));
    expect((await Promise.all(both)).map(([status]) => status)).toEqual([0, 0]);
    expect(siteContent(out)).toEqual(await fromNothing(room.dir, Date.now()));
  }, 60_000);
});
