import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { memoryStore, wholeArticle } from '@/lib/content/article-store.ts';
import { openFolder } from '@/lib/content/files/source-file.ts';
import { layGroundwork } from '@/lib/content/groundwork.ts';
import { outputCache } from '@/lib/press/outputs/output-cache.ts';
import type { OutputPlace } from '@/lib/press/outputs/output-places.ts';
import { sharedArticles } from '@/lib/press/shared-articles.ts';
import { filesDigest } from '@/lib/processes/fingerprint.ts';
import { aContentFolder } from '../../support/content-folder.ts';

/** A place in memory. */
function aPlace(): OutputPlace & { kept: Map<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  const put = async (path: string, bytes: Uint8Array) => void kept.set(path, bytes);
  return { name: 'memory', kept, get: async (path) => kept.get(path), put };
}

test('A parsed article is taken as it was kept, until its files, the site or the code are others', async () => {
  const content = aContentFolder();
  const { parse, settings } = layGroundwork(openFolder(content), memoryStore(), () => {});
  const files = filesDigest(join(content, 'articles/storm'));
  const article = { files, ...wholeArticle(parse('storm')) };
  const due = { slug: 'storm', language: undefined, settings };
  const place = aPlace();
  const outputs = outputCache([place], () => {});
  const shared = sharedArticles(outputs, content, 'code');

  expect(await shared.take(due)).toBeUndefined();
  shared.keep(due, article);
  await shared.done();

  // What is stored has no undefined values.
  expect(await shared.take(due)).toEqual(JSON.parse(JSON.stringify(article)));
  expect(article.body).toBeDefined();
  expect(await shared.take({ ...due, settings: 'of another site' })).toBeUndefined();
  expect(await shared.take({ ...due, language: 'ar' })).toBeUndefined();
  expect(await sharedArticles(outputs, content, 'other code').take(due)).toBeUndefined();
  expect(await sharedArticles(outputs, `${content}/.`, 'code').take(due)).toBeUndefined();
  appendFileSync(join(content, 'articles/storm/index.md'), '\nOne sentence more.\n');
  expect(await shared.take(due)).toBeUndefined();
});

test('What is kept in the place of a parsed article is not taken', async () => {
  const content = aContentFolder();
  const due = { slug: 'storm', language: undefined, settings: 'settings' };
  const place = aPlace();
  const outputs = outputCache([place], () => {});
  const keep = outputs.keep;
  // Another form under the same key.
  outputs.keep = (kind, madeFrom) => keep(kind, madeFrom, new Map([['parsed', Buffer.from('no article')]]));
  const shared = sharedArticles(outputs, content, 'code');
  const { parse } = layGroundwork(openFolder(content), memoryStore(), () => {});
  shared.keep(due, { files: filesDigest(join(content, 'articles/storm')), ...wholeArticle(parse('storm')) });
  await shared.done();
  expect(place.kept.size).toBe(2);
  expect(await shared.take(due)).toBeUndefined();
});
