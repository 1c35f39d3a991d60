import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Built } from '@/lib/press/builder.ts';
import { watch } from '@/lib/press/watch.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { longTest } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const hour = 3_600_000;
const plain = { kind: 'write', words: 5, draft: false, expires: false, link: -1 } as const;

const { path, aBuilder } = siteBuilders();

describe('a resident build', () => {
  const out = path('out');
  const room = new Newsroom(path('content'));
  const builds: Built[] = [];
  const failures: string[] = [];
  let offset = 0;
  let end: () => Promise<void>;

  beforeAll(async () => {
    end = await watch({
      content: room.dir,
      builder: aBuilder(room.dir, out),
      now: () => builtAt + offset,
      built: (built) => void builds.push(built),
      failed: (error) => void failures.push(String(error)),
    });
  });
  afterAll(() => end());

  /** Waits for the build after a change. */
  async function until(done: () => boolean): Promise<void> {
    while (!done()) await setTimeout(20);
  }
  const page = (path: string) => {
    const file = join(out, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  test('has a saved change in the finished page by itself', async () => {
    room.do({ ...plain, article: 1, words: 77, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 77 words') ?? false);
  });

  test('adds and removes pages', async () => {
    room.do({ ...plain, article: 4, published: -2 });
    await until(() => page('articles/a4/index.html') !== undefined);
    room.do({ kind: 'delete', article: 4 });
    await until(() => page('articles/a4/index.html') === undefined);
  });

  test('tells what is wrong with an article and keeps its last good pages, until it is put right', async () => {
    const before = page('articles/a1/index.md');
    room.do({ ...plain, article: 1, words: 78, published: -1, topics: ['t', 'nowhere'] });
    await until(() => builds.at(-1)?.problems.some(({ code }) => code === 'topic-unknown') ?? false);
    expect(builds.at(-1)?.atFault.map(({ name }) => name)).toEqual(['a1']);
    // Others are published meanwhile.
    room.do({ ...plain, article: 0, words: 79, published: -1 });
    await until(() => page('articles/a0/index.html')?.includes('Article 0, 79 words') ?? false);
    expect(before).toContain('Article 1, 77 words');
    expect(page('articles/a1/index.md')).toBe(before);
    room.do({ ...plain, article: 1, words: 78, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 78 words') ?? false);
    expect(failures).toEqual([]);
  });

  test('tells what is wrong with the site and keeps it as it was, until that is put right', async () => {
    const before = siteContent(out);
    const site = readFileSync(join(room.dir, 'site.md'), 'utf8');
    writeFileSync(join(room.dir, 'site.md'), site.replace('name:', 'nam:'));
    await until(() => failures.some((message) => message.includes('key-unknown')));
    await setTimeout(100);
    expect(Object.keys(siteContent(out))).toEqual(Object.keys(before));
    const count = builds.length;
    writeFileSync(join(room.dir, 'site.md'), site);
    await until(() => builds.length > count);
  });

  test('keeps drafts and embargoed articles out', async () => {
    const count = builds.length;
    room.do({ ...plain, article: 2, published: 2 });
    room.do({ ...plain, article: 3, published: -1, draft: true });
    await until(() => builds.length > count);
    expect(page('articles/a2/index.html')).toBeUndefined();
    expect(page('articles/a3/index.html')).toBeUndefined();
  });

  test('publishes at the end of an embargo by itself', async () => {
    // The clock stands just before the instant at which article 2 is published.
    offset = 1.5 * hour - 300;
    const began = performance.now();
    const start = offset;
    const count = builds.length;
    room.do({ kind: 'site', words: 4 });
    await until(() => builds.length > count);
    const tick = setInterval(() => {
      offset = start + performance.now() - began;
    }, 5);
    await until(() => page('articles/a2/index.html') !== undefined);
    clearInterval(tick);
  });

  longTest(
    'keeps what is published while its clock is set back, says so, and goes on when it has caught up',
    async () => {
      const published = 1.5 * hour;
      offset = published - 300;
      room.do({ kind: 'site', words: 5 });
      await until(() => failures.some((message) => message.includes('has published: a2')));
      expect(page('articles/a2/index.html')).toBeDefined();
      const began = performance.now();
      const count = builds.length;
      const tick = setInterval(() => {
        offset = published - 300 + performance.now() - began;
      }, 5);
      await until(() => builds.length > count);
      clearInterval(tick);
      expect(page('articles/a2/index.html')).toBeDefined();
    },
  );

  longTest('reports a fault of the system as well, and goes on when it has passed', async () => {
    const pictures = join(`${out}.press`, 'pictures');
    rmSync(pictures, { recursive: true });
    writeFileSync(pictures, 'A file where a folder must be');
    room.do({ kind: 'site', words: 30 });
    await until(() => failures.some((message) => message.includes('EEXIST')));
    rmSync(pictures);
    room.do({ ...plain, article: 1, words: 79, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 79 words') ?? false);
  });

  longTest('bears the files of editors that come and go', async () => {
    const count = failures.length;
    const editor = spawn(process.execPath, ['-e', comeAndGo(join(room.dir, 'articles/a1'))], { stdio: 'ignore' });
    room.do({ ...plain, article: 1, words: 80, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 80 words') ?? false);
    editor.kill();
    await once(editor, 'exit');
    room.do({ ...plain, article: 1, words: 81, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 81 words') ?? false);
    expect(failures.slice(count)).toEqual([]);
  });

  longTest('follows its content when the folder goes away and comes back', async () => {
    renameSync(room.dir, `${room.dir}-aside`);
    await until(() => failures.some((message) => message.includes('content-missing')));
    cpSync(`${room.dir}-aside`, room.dir, { recursive: true });
    room.do({ ...plain, article: 1, words: 82, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 82 words') ?? false);
    room.do({ ...plain, article: 1, words: 83, published: -1 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 83 words') ?? false);
  });
});

/** A program that writes and deletes files as editors do. */
function comeAndGo(dir: string): string {
  return `const { writeFileSync, rmSync } = require('node:fs');
    for (;;) for (const name of ['.index.md.swp', '4913', 'index.md~', '#index.md#']) {
      writeFileSync(${JSON.stringify(`${dir}/`)} + name, 'x');
      rmSync(${JSON.stringify(`${dir}/`)} + name);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }`;
}
