import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aContentFolder, checkedLines } from '../../support/content-folder.ts';
import { change, record } from '../../support/recorded-storm.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';
import { twoLanguages } from '../../support/two-languages.ts';

const start = Date.UTC(2026, 0, 20, 12);

/** What the check tells of the translation after a change, compared with before. */
async function linesAfter(edit: (content: string) => void): Promise<string[]> {
  const content = aContentFolder({
    ...twoLanguages,
    'pages/contact.md': '---\ntitle: Contact\n---\n\nWrite.\n',
    'pages/contact.ar.md': '---\ntitle: اتصل\n---\n\nاكتب.\n',
  });
  record(content, { kind: 'publish', note: 'First published.' }, start);
  record(content, { lang: 'ar', kind: 'publish', note: 'نُشر.' }, start);
  const earlier = join(aTemporaryFolder(), 'content');
  mkdirSync(earlier, { recursive: true });
  cpSync(content, earlier, { recursive: true });
  edit(content);
  return (await checkedLines(content, earlier)).filter((line) => /address-gone|version-(gone|rewritten)/.test(line));
}

describe('Of a translation that readers had, a check against earlier content tells', () => {
  test('that it is gone', async () => {
    const lines = await linesAfter((content) => {
      for (const name of ['index.ar.md', '1-pier.ar.md', 'versions/1.ar.md'])
        rmSync(join(content, 'articles/storm', name));
    });

    expect(lines).toEqual([
      expect.stringContaining(
        'articles/storm/index.ar.md:1:1  error  address-gone  Readers had /ar/articles/storm/, and the translation there is gone. Restore the file.',
      ),
      expect.stringContaining(
        'articles/storm/versions/1.ar.md:1:1  error  version-gone  Readers had version 1 of this article in ar',
      ),
    ]);
  });

  test('that it is hidden', async () => {
    const lines = await linesAfter((content) =>
      change(content, 'articles/storm/index.ar.md', 'translates: 1', 'translates: 1\ndraft: true'),
    );

    expect(lines).toEqual([expect.stringContaining('and the translation there is a draft now. Take draft out.')]);
  });

  test('that a version of it was rewritten', async () => {
    const lines = await linesAfter((content) =>
      change(content, 'articles/storm/versions/1.ar.md', 'هدأت الريح', 'هدأت العاصفة'),
    );

    expect(lines).toEqual([expect.stringContaining('Readers had another version 1 of this article in ar.')]);
  });

  test('nothing if it has moved with its original, nor of a page that is there in one language', async () => {
    const lines = await linesAfter((content) => {
      renameSync(join(content, 'articles/storm'), join(content, 'articles/gale'));
      change(content, 'articles/gale/index.md', 'published:', 'aliases: [storm]\npublished:');
      rmSync(join(content, 'pages/contact.ar.md'));
    });

    expect(lines).toEqual([]);
  });
});
