import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { readContent } from '@/lib/content/load-content.ts';
import { articleCache } from '@/lib/press/cache/article-cache.ts';
import { openBuildCache } from '@/lib/press/cache/build-cache.ts';
import { parsingDigest } from '@/lib/press/cache/code-digest.ts';
import { reviewStored } from '@/lib/review/review-texts.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { longTest } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const now = Date.parse('2026-02-01T00:00:00Z');

/** What a build reads and stores, and the warnings that it has of its own. */
function built(content: string, out: string): string[] {
  const buildCache = openBuildCache(out, () => {});
  const { problems } = readContent(
    content,
    articleCache(buildCache, content, parsingDigest(process.cwd())),
    reviewStored,
  );
  buildCache.close();
  return problems.map(({ code }) => code);
}

describe('A check after a build', () => {
  const files = {
    'articles/storm/index.md': anIndex({ lead: 'The the HT left.' }),
    'authors/ada-reed.md': '---\nname: Ada Reed\n---\n\nShe writes writes.\n',
    'glossary/trust.md': '---\nname: Harbour Trust\nkind: organisation\naliases: [HT]\n---\n\nThe the trust.\n',
  };

  test('finds what a check alone finds, of which the build says nothing', async () => {
    const content = aContentFolder(files);
    const out = join(aTemporaryFolder(), 'out');
    const alone = await checkContent(content, { now });
    expect(alone.filter(({ code }) => code === 'word-twice')).toHaveLength(3);

    expect(built(content, out)).not.toContain('word-twice');
    expect(await checkContent(content, { now, cache: aTemporaryFolder(), out })).toEqual(alone);
  });

  test('reads and reviews nothing again', async () => {
    const content = aContentFolder(files);
    const out = join(aTemporaryFolder(), 'out');
    built(content, out);
    const buildCache = openBuildCache(out, () => {});
    // Were the article read again, its own finding would be back.
    buildCache.db.exec("UPDATE articles SET parsed = replace(parsed, 'word-twice', 'sentence-long')");
    buildCache.close();

    const problems = await checkContent(content, { now, cache: aTemporaryFolder(), out });
    const ofArticle = problems.filter(({ file }) => file.includes('articles/'));
    expect(ofArticle.map(({ code }) => code)).toContain('sentence-long');
    expect(ofArticle.map(({ code }) => code)).not.toContain('word-twice');
  });

  longTest('takes of many articles the newer state, whether a check or the build has read it', async () => {
    const many = Array.from({ length: 100 }, (_, number) => [`articles/a${number}/index.md`, anIndex({})] as const);
    const content = aContentFolder({ ...files, ...Object.fromEntries(many) });
    const out = join(aTemporaryFolder(), 'out');
    const cache = aTemporaryFolder();
    const ofStorm = async () =>
      (await checkContent(content, { now, cache, out })).flatMap(({ code, file }) =>
        code === 'word-twice' && file.includes('storm') ? file : [],
      );
    expect(await ofStorm()).toHaveLength(1);
    writeFileSync(join(content, 'articles/storm/index.md'), anIndex({ lead: 'The HT left.' }));
    await setTimeout(150);
    built(content, out);
    expect(await ofStorm()).toEqual([]);
    writeFileSync(join(content, 'articles/storm/index.md'), anIndex({ lead: 'The HT left left.' }));
    await setTimeout(150);
    expect(await ofStorm()).toHaveLength(1);
  });
});
