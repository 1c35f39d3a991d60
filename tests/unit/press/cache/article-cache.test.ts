import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ParsedFolder } from '@/lib/content/article/parse-article.ts';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { openBuildCache, passingDatabase, readBuildCache } from '@/lib/press/cache/build-cache.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

const parsed: ParsedFolder = {
  parsed: {
    slug: 'storm',
    file: 'content/articles/storm/index.md',
    problems: [],
    reviewed: [],
    references: [],
    links: [],
    pictures: [],
    versions: [],
    isTranslation: false,
    pin: undefined,
    sections: [],
    anchors: [],
    aliases: [],
    unrecorded: undefined,
    stated: { draft: false },
    teaser: undefined,
  },
  body: undefined,
  text: undefined,
};

/** A store over a content folder with one article, whose file is old enough to be trusted. */
async function aStore({ code = 'code', dir = aTemporaryFolder() } = {}) {
  const folder = join(dir, 'content/articles/storm');
  mkdirSync(folder, { recursive: true });
  const buildCache = openBuildCache(join(dir, 'out'), () => {});
  onTestFinished(() => buildCache.close());
  const store = articleCache(buildCache, join(dir, 'content'), code);
  let count = 0;
  const get = (settings = 'site') =>
    store.get('storm', settings, () => {
      count += 1;
      return parsed;
    });
  const write = async (text: string) => {
    writeFileSync(join(folder, 'index.md'), text);
    await setTimeout(150);
  };
  return { dir, store, get, write, parses: () => count };
}

describe('Kept articles', () => {
  test('are parsed once where nothing changes, also by the next process', async () => {
    const first = await aStore();
    await first.write('one');
    first.get();
    first.get();
    expect(first.parses()).toBe(1);
    const second = await aStore({ dir: first.dir });
    second.get();
    expect(second.parses()).toBe(0);
  });

  test('are the same object again and again while nothing changes, from the first time on', async () => {
    const { store, get, write } = await aStore();
    await write('one');
    const first = get();
    store.suspect(new Set());

    expect(get()).toBe(first);
  });

  test('are parsed again where a file, the site or the code has changed', async () => {
    const first = await aStore();
    await first.write('one');
    first.get();
    await first.write('two');
    first.get();
    expect(first.parses()).toBe(2);
    first.get('another site');
    expect(first.parses()).toBe(3);
    const second = await aStore({ dir: first.dir, code: 'other code' });
    second.get('another site');
    expect(second.parses()).toBe(1);
  });

  test('are told by what their files hold if these are so new that they may be written twice at one time', async () => {
    const { dir, get, parses } = await aStore();
    const file = join(dir, 'content/articles/storm/index.md');
    writeFileSync(file, 'one');
    get();
    get();
    expect(parses()).toBe(1);
    writeFileSync(file, 'two');
    get();
    expect(parses()).toBe(2);
  });

  test('are parsed once for a copy of their files, such as a fresh clone, and not for a copy with another byte', async () => {
    const first = await aStore();
    await first.write('one');
    first.get();
    const folder = join(first.dir, 'content/articles/storm');
    const copy = () => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    };
    copy();
    await first.write('one');
    const second = await aStore({ dir: first.dir });
    expect(second.store.stale(['storm'], 'site')).toEqual([]);
    second.get();
    expect(second.parses()).toBe(0);
    copy();
    await second.write('two');
    expect(second.store.stale(['storm'], 'site')).toEqual(['storm']);
    second.get();
    expect(second.parses()).toBe(1);
  });

  test('are parsed again if a file has another name, or is a link or a folder now', async () => {
    const { dir, store, write, get } = await aStore();
    const folder = join(dir, 'content/articles/storm');
    await write('one');
    get();
    const changes = [
      () => renameSync(join(folder, 'index.md'), join(folder, 'text.md')),
      () => {
        rmSync(join(folder, 'text.md'));
        symlinkSync('one', join(folder, 'text.md'));
      },
      () => {
        rmSync(join(folder, 'text.md'));
        mkdirSync(join(folder, 'text.md'));
      },
      () => writeFileSync(join(folder, 'text.md', 'one'), ''),
    ];
    for (const change of changes) {
      change();
      expect(store.stale(['storm'], 'site')).toEqual(['storm']);
      get();
      expect(store.stale(['storm'], 'site')).toEqual([]);
    }
  });

  test('of a build are those of a preview too, which leaves them as they are', async () => {
    const built = await aStore();
    await built.write('one');
    built.get();
    const db = passingDatabase();
    const ofBuild = readBuildCache(join(built.dir, 'out'));
    onTestFinished(() => ofBuild.close());
    const preview = articleCache({ db }, join(built.dir, 'content'), 'code', { ofBuild });
    let parses = 0;
    const get = () =>
      preview.get('storm', 'site', () => {
        parses += 1;
        return parsed;
      });
    get();
    expect(parses).toBe(0);
    await built.write('two');
    get();
    get();
    expect(parses).toBe(1);
    preview.keepOnly([]);
    expect(built.store.stale(['storm'], 'site')).toEqual(['storm']);
    await built.write('one');
    built.get();
    expect(built.parses()).toBe(1);
  });

  test('are taken as they were where nobody suspects a change', async () => {
    const { store, write, get, parses } = await aStore();
    await write('one');
    get();
    await write('two');
    store.suspect(new Set());
    get();
    expect(parses()).toBe(1);
    store.suspect(new Set(['storm']));
    get();
    expect(parses()).toBe(2);
  });

  test('are no article of before for other code', async () => {
    const catalogue = {
      authors: new Map(),
      topics: new Map(),
      series: new Map(),
      glossary: new Map(),
      places: new Map(),
      pages: new Map(),
      links: [],
    };
    const first = await aStore();
    await first.write('one');
    first.get();
    first.store.lastGood.note({ asParsed: new Set(['storm']), asBefore: new Set(), catalogue, arrangement: undefined });
    expect(first.store.lastGood.article('storm')?.article.parsed.slug).toBe('storm');
    const second = await aStore({ dir: first.dir, code: 'other' });
    expect(second.store.lastGood.article('storm')).toBeUndefined();
    first.store.lastGood.note({ asParsed: new Set(), asBefore: new Set(), catalogue, arrangement: undefined });
    expect(first.store.lastGood.article('storm')).toBeUndefined();
  });
});
