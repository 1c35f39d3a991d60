import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onlyKnownTo } from '@/lib/bench/known-keys.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** The folder of code that knows these keys of an article. */
function aCode(...keys: string[]): string {
  const root = aTemporaryFolder();
  mkdirSync(join(root, 'docs/schema'), { recursive: true });
  const properties = Object.fromEntries(keys.map((key) => [key, {}]));
  writeFileSync(join(root, 'docs/schema/article.json'), JSON.stringify({ properties }));
  return root;
}

describe('The files of a corpus for two states of the code', () => {
  const text = '---\ntitle: Storm\nseries: letters\nlabels:\n  - new\n---\n\nText.\n';

  test('have the keys that both know, and their text as it is', () => {
    const onlyKnown = onlyKnownTo([aCode('title', 'series'), aCode('title', 'labels')]);
    expect(onlyKnown('article', text)).toBe('---\ntitle: Storm\n---\n\nText.\n');
  });

  test('stay as they are if both know all keys, or one says nothing about them', () => {
    expect(onlyKnownTo([aCode('title', 'series', 'labels')])('article', text)).toBe(text);
    expect(onlyKnownTo([aTemporaryFolder()])('article', text)).toBe(text);
  });

  test('stay as they are if they have no front matter', () => {
    expect(onlyKnownTo([aCode('title')])('article', 'Text.\n')).toBe('Text.\n');
  });

  test('turn off the checks that both know', () => {
    const [ours, theirs] = [aCode('title'), aCode('title')];
    writeFileSync(join(ours, 'docs/checks.md'), '# Checks\n\n### word-twice\n\n### link-text\n');
    writeFileSync(join(theirs, 'docs/checks.md'), '# Checks\n\n### word-twice\n');
    const site = (...checks: string[]) =>
      ['---', 'checks:', ...checks.flatMap((check) => [`  ${check}:`, '    off: true']), '---', ''].join('\n');
    expect(onlyKnownTo([ours, theirs])('site', site('word-twice', 'link-text'))).toBe(site('word-twice'));
    expect(onlyKnownTo([ours, ours])('site', site('word-twice', 'link-text'))).toBe(site('word-twice', 'link-text'));
  });

  test('have the keys of the project itself, whose schemas are in docs/schema', () => {
    expect(onlyKnownTo(['.'])('article', '---\ntitle: Storm\nnonsense: 1\n---\n')).toBe('---\ntitle: Storm\n---\n');
  });
});
