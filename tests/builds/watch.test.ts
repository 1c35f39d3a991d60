import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Built } from '@/lib/press/builder.ts';
import { watch } from '@/lib/press/watch.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
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
      built: (built) => builds.push(built),
      failed: ({ message }) => failures.push(message),
    });
  });
  afterAll(() => end());

  /** Waits for what a change has caused. */
  async function until(done: () => boolean): Promise<void> {
    while (!done()) await setTimeout(20);
  }
  const page = (path: string) => siteContent(out)[path];

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

  test('tells what is wrong with the content and keeps the last good pages, until it is put right', async () => {
    const before = siteContent(out);
    room.do({ ...plain, article: 1, words: 78, published: -1 });
    rmSync(join(room.dir, 'topics', 't.md'));
    await until(() => failures.some((message) => message.includes('topic-unknown')));
    await setTimeout(100);
    expect(Object.keys(siteContent(out))).toEqual(Object.keys(before));
    room.do({ kind: 'topic', words: 3 });
    await until(() => page('articles/a1/index.html')?.includes('Article 1, 78 words') ?? false);
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
});
