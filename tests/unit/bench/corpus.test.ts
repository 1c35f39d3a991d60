import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleName, editArticle, writeCorpus } from '@/lib/bench/corpus.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { isError } from '@/lib/model/problem.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('A corpus made from the shipped article', () => {
  test('can be published, in the first language alone', () => {
    const dir = join(aTemporaryFolder(), 'content');
    writeCorpus('content', dir, 3);
    editArticle(dir, 1);
    const { content, problems } = loadContent(dir);
    expect(problems.filter(isError)).toEqual([]);
    expect(content?.others).toEqual([]);
    expect(content?.articles.map(({ teaser }) => teaser.slug)).toEqual([0, 1, 2].map(articleName));
  });
});
