import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { indexOf, searchRuntime } from '@/lib/press/search/search-index.ts';

const documents = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    url: `/articles/a${index}/`,
    html: `<html><body><p>Number ${index} of the border, and more words for it.</p><section><h2 id="pier">Pier ${index}</h2><p>Wood.</p></section></body></html>`,
  }));

const names = (files: readonly { path: string }[]) => files.map(({ path }) => path.replace(/_[0-9a-f]+\./, '_….'));

describe('The index of documents', () => {
  test('has a fragment for each, and none of the files that are for pages of another design', async () => {
    expect(names(await indexOf(documents(2), 'en'))).toEqual([
      'fragment/en_….pf_fragment',
      'fragment/en_….pf_fragment',
      'index/en_….pf_index',
      'pagefind-entry.json',
      'pagefind.en_….pf_meta',
    ]);
  });

  test('is the same for the same documents, each time', async () => {
    expect(await indexOf(documents(60), 'en')).toEqual(await indexOf(documents(60), 'en'));
  });

  test('is the same when others are asked for at the same time', async () => {
    const alone = [await indexOf(documents(60), 'en'), await searchRuntime('en'), await indexOf(documents(3), 'en')];
    const together = [indexOf(documents(60), 'en'), searchRuntime('en'), indexOf(documents(3), 'en')];
    expect(await Promise.all(together)).toEqual(alone);
  });

  test('knows each section by its id', async () => {
    const fragment = (await indexOf(documents(1), 'en')).find(({ path }) => path.startsWith('fragment/'));
    const text = gunzipSync(fragment?.content ?? '').toString();
    const { url, anchors } = JSON.parse(text.slice(text.indexOf('{')));
    expect(url).toBe('/articles/a0/');
    expect(anchors).toMatchObject([{ element: 'h2', id: 'pier', text: 'Pier 0' }]);
  });
});

describe('What a browser needs before it opens an index', () => {
  test.each(['en', 'ar'])('is the program, with that of the language, and an index: %s', async (language) => {
    expect(names(await searchRuntime(language))).toEqual([
      'pagefind-entry.json',
      `pagefind.${language}_….pf_meta`,
      'pagefind.js',
      `wasm.${language}.pagefind`,
    ]);
  });

  test('is the same each time', async () => {
    expect(await searchRuntime('en')).toEqual(await searchRuntime('en'));
  });
});
