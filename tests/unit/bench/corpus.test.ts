import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleName, editArticle, writeCorpus } from '@/lib/bench/corpus.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { isError } from '@/lib/model/problem.ts';
import { bilingual, sites } from '../../support/sites.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

describe('A corpus made from an article in two languages', () => {
  test('can be published, in the first language alone', () => {
    const dir = join(aTemporaryFolder(), 'content');
    const source = aTemporaryFolder();
    for (const part of [sites.standfirst.content, bilingual]) cpSync(part, source, { recursive: true });
    writeCorpus(source, dir, 3);
    editArticle(dir, 1);
    const { content, problems } = loadContent(dir);
    expect(problems.filter(isError)).toEqual([]);
    expect(content?.others).toEqual([]);
    expect(content?.articles.map(({ teaser }) => teaser.slug)).toEqual([0, 1, 2].map(articleName));
  });

  test('can be published in both, with different words in each article', () => {
    const dir = join(aTemporaryFolder(), 'content');
    const source = aTemporaryFolder();
    for (const part of [sites.standfirst.content, bilingual]) cpSync(part, source, { recursive: true });
    writeCorpus(source, dir, 3, undefined, ['ar']);
    editArticle(dir, 1);
    const { content, problems } = loadContent(dir);
    const [arabic] = content?.others ?? [];
    expect(problems.filter(isError)).toEqual([]);
    expect(arabic?.articles.map(({ teaser }) => teaser.slug)).toEqual([0, 1, 2].map(articleName));
    const leads = arabic?.articles.map(({ read }) => read().lead.replaceAll(/<[^>]*>/g, '')) ?? [];
    expect(new Set(leads).size).toBe(3);
    for (const lead of leads) expect(lead).toMatch(/[\u0600-\u06ff]/);
  });
});
