import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { checkedArticles } from '@/lib/check/check-cache.ts';
import type { ArticleStore } from '@/lib/content/article-store.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { cacheDatabase } from '@/lib/press/cache/build-cache.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const name = 'glossary/north-pier.md';
const pier = '---\nname: North Pier\nkind: place\n---\n';

/** A content folder that is old enough to be trusted, and how often a load reads each part of it. */
async function aDesk() {
  const dir = aContentFolder({ [name]: pier });
  const file = join(aTemporaryFolder(), 'kept.db');
  const settled = () => setTimeout(150);
  await settled();
  return {
    write: async (path: string, text: string) => {
      writeFileSync(join(dir, path), text);
      await settled();
    },
    reads: (code = 'code') => {
      const db = cacheDatabase(file);
      const articles = checkedArticles({ db }, dir, code);
      const reads: string[] = [];
      const counted: ArticleStore = {
        ...articles,
        get: (slug, settings, parse) =>
          articles.get(slug, settings, () => {
            reads.push(slug);
            return parse();
          }),
        catalogue: (settings, load) =>
          articles.catalogue(settings, () => {
            reads.push('catalogue');
            return load();
          }),
      };
      loadContent(dir, counted);
      db.close();
      return reads;
    },
  };
}

describe('A check', () => {
  test('reads everything once, and nothing of it again', async () => {
    const { reads } = await aDesk();

    expect(reads()).toEqual(['catalogue', 'storm']);
    expect(reads()).toEqual([]);
  });

  test.each([
    ['an article', 'articles/storm/index.md', anIndex({ lead: 'It rained.' }), ['storm']],
    ['a section', 'articles/storm/1-pier.md', '---\ntitle: Pier\n---\n', ['storm']],
    ['an author', 'authors/ada-reed.md', '---\nname: Ada\n---\n', ['catalogue']],
    ['the note of a glossary entry', name, `${pier}\nA pier.\n`, ['catalogue']],
    ['a name in the glossary, which texts may mention', name, pier.replace('North', 'South'), ['catalogue', 'storm']],
  ])('reads again what %s changes', async (_what, path, text, expected) => {
    const { reads, write } = await aDesk();
    reads();
    await write(path, text);

    expect(reads()).toEqual(expected);
  });

  test('reads all again where its code or the site has changed', async () => {
    const { reads, write } = await aDesk();
    reads();

    expect(reads('other code')).toEqual(['catalogue', 'storm']);
    await write(
      'site.md',
      '---\nname: The Harbour\ntagline: News\nurl: https://harbour.example\nlang: en-US\ntimeZone: UTC\npublisher: { name: Us }\ncontact: desk@harbour.example\n---\n',
    );
    expect(reads('other code')).toEqual(['catalogue', 'storm']);
  });
});
