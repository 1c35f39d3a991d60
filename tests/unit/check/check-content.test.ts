import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { helpersOfFirstCheck } from '@/lib/check/check-helpers.ts';
import { memoryStore } from '@/lib/content/article-store.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { reviewTexts } from '@/lib/review/review-texts.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { longTest } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const glossary = '---\nname: Harbour Trust\nkind: organisation\naliases: [HT]\n---\n\nIt owns the pier.\n';

describe('A check of the content', () => {
  test('finds the same with what it has kept as without', async () => {
    const dir = aContentFolder({
      'articles/storm/index.md': anIndex({ lead: 'The the HTS left. <b>' }),
      'authors/ada-reed.md': '---\nname: Ada  Reed\n---\n',
    });
    const cache = join(aTemporaryFolder(), 'cache');
    await setTimeout(150);
    const found = await checkContent(dir, { now: someday });

    expect(found.map(({ code }) => code)).toEqual(['word-twice', 'acronym-unexplained', 'raw-html', 'double-space']);
    expect(await checkContent(dir, { now: someday, cache })).toEqual(found);
    expect(await checkContent(dir, { now: someday, cache })).toEqual(found);
  });

  test('takes note of a new name in the glossary', async () => {
    const dir = aContentFolder({ 'articles/storm/index.md': anIndex({ lead: 'The HT left.' }) });
    const cache = aTemporaryFolder();
    await setTimeout(150);

    expect((await checkContent(dir, { now: someday, cache })).map(({ code }) => code)).toEqual(['acronym-unexplained']);
    mkdirSync(join(dir, 'glossary'));
    writeFileSync(join(dir, 'glossary/trust.md'), glossary);
    expect(await checkContent(dir, { now: someday, cache })).toEqual([]);
  });

  test('works where nothing can be kept', async () => {
    const file = join(aTemporaryFolder(), 'file');
    writeFileSync(file, '');

    expect(await checkContent(aContentFolder(), { now: someday, cache: file })).toEqual([]);
  });

  longTest('finds the same in many articles, which it shares among processes', async () => {
    const files = Array.from({ length: 210 }, (_, number): [string, string] => [
      `articles/storm-${number}/index.md`,
      anIndex({ lead: number % 70 === 0 ? 'The the HT left. <b>' : 'The HT left.' }),
    ]);
    const dir = aContentFolder({ ...Object.fromEntries(files), 'glossary/trust.md': glossary });
    const alone = loadContent(dir, { ...memoryStore(), isForReaders: false }, reviewTexts).problems;

    expect(alone).toHaveLength(6);
    expect(await checkContent(dir, { now: someday })).toEqual(alone);
    const cache = aTemporaryFolder();
    const helpers = helpersOfFirstCheck(dir, cache);
    expect(helpers).toHaveLength(availableParallelism() - 1);
    expect(await checkContent(dir, { now: someday, cache, helpers })).toEqual(alone);
    expect(helpersOfFirstCheck(dir, cache)).toEqual([]);
  });

  test.each([
    ['of a few articles', () => aContentFolder()],
    ['of a folder that is not there', () => join(aTemporaryFolder(), 'gone')],
    ['of content with a file in the place of the articles', aFileOfArticles],
  ])('%s has no helpers', (_what, folder) => {
    expect(helpersOfFirstCheck(folder(), aTemporaryFolder())).toEqual([]);
  });
});

function aFileOfArticles(): string {
  const dir = aContentFolder({ articles: undefined });
  writeFileSync(join(dir, 'articles'), '');
  return dir;
}
