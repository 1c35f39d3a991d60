import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '@/lib/processes/watch-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** A watched content folder, and the reported changes. */
async function aFollowedFolder({ exists = true } = {}) {
  const content = join(aTemporaryFolder(), 'content');
  if (exists) mkdirSync(join(content, 'articles/storm'), { recursive: true });
  const heard: (ReadonlySet<string> | 'all')[] = [];
  const end = await watchFolder(content, (slugs) => heard.push(slugs));
  onTestFinished(end);
  /** Waits for a change that may concern an article. */
  const hears = async (slug: string) => {
    while (!heard.some((slugs) => slugs === 'all' || slugs.has(slug))) await setTimeout(10);
    heard.length = 0;
  };
  const save = (path: string) => writeFileSync(join(content, path), `${Math.random()}`);
  return { content, heard, hears, save };
}

describe('A content folder that is followed', () => {
  test('names the article that a saved file belongs to', async () => {
    const { heard, hears, save } = await aFollowedFolder();
    save('articles/storm/index.md');
    await hears('storm');
    expect(heard).not.toContain('all');
  });

  test('says nothing of what is none of the content', async () => {
    const { heard, save } = await aFollowedFolder();
    for (const name of ['.index.md.swp', 'index.md~', '#index.md#', 'index.md.tmp', 'Thumbs.db', '.4913'])
      save(`articles/storm/${name}`);
    save('site.md');
    while (heard.length === 0) await setTimeout(10);
    expect(heard).toEqual([new Set()]);
  });

  test.each<[string, (content: string) => void]>([
    [
      'deleted and made again',
      (content) => {
        rmSync(content, { recursive: true });
        mkdirSync(join(content, 'articles/storm'), { recursive: true });
      },
    ],
    [
      'moved away, and a copy of it in its place',
      (content) => {
        renameSync(content, `${content}-old`);
        cpSync(`${content}-old`, content, { recursive: true });
      },
    ],
    [
      'replaced by a link to another',
      (content) => {
        renameSync(content, `${content}-old`);
        cpSync(`${content}-old`, `${content}-new`, { recursive: true });
        symlinkSync(`${content}-new`, content);
      },
    ],
  ])('is followed further when it is %s', async (_what, replace) => {
    const { content, hears, save } = await aFollowedFolder();
    replace(content);
    await hears('storm');
    save('articles/storm/index.md');
    await hears('storm');
    save('articles/storm/index.md');
    await hears('storm');
  });

  test('is followed further when it comes back after a while', async () => {
    const { content, hears, save } = await aFollowedFolder();
    rmSync(content, { recursive: true });
    await hears('storm');
    await setTimeout(1200);
    mkdirSync(join(content, 'articles/storm'), { recursive: true });
    await hears('storm');
    save('articles/storm/index.md');
    await hears('storm');
  });

  test('may come only later', async () => {
    const { content, hears, save } = await aFollowedFolder({ exists: false });
    mkdirSync(join(content, 'articles/storm'), { recursive: true });
    await hears('storm');
    save('articles/storm/index.md');
    await hears('storm');
  });
});
