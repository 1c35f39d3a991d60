import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContentFolder, checkedLines, fixtures } from '../../support/content-folder.ts';

const articles = join(fixtures, 'broken');

/**
 * Each folder has an article with several mistakes, as people make them: `content/` is copied over the minimal
 * content, and `expected.txt` has everything that is reported.
 */
describe('An editor is told of every mistake in', () => {
  test.each(readdirSync(articles))('%s', async (name) => {
    const dir = aContentFolder();
    cpSync(join(articles, name, 'content'), dir, { recursive: true });
    const expected = readFileSync(join(articles, name, 'expected.txt'), 'utf8')
      .trimEnd()
      .split('\n');

    expect(await checkedLines(dir)).toEqual(expected);
  });
});
