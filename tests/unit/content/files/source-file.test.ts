import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { aContentFolder, anIndex, checkedLines, contentWith, problemLines } from '../../../support/content-folder.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

const pier = 'articles/storm/1-pier.md';

describe('A file of the content', () => {
  test('that is not UTF-8 is reported at the line of the first bad byte', () => {
    const dir = aContentFolder({ [pier]: Buffer.from('---\ntitle: The pier\n---\n\nA caf\xe9 on it.\n', 'latin1') });

    expect(problemLines(dir)).toEqual([
      `content/${pier}:5:1  error  not-utf8  This line holds bytes that are not UTF-8. Save the file as UTF-8 in your editor.`,
    ]);
  });

  test('that is UTF-16, as some editors save it, is reported as not UTF-8', () => {
    const dir = aContentFolder({ [pier]: Buffer.from('\ufeff---\ntitle: The pier\n---\n', 'utf16le') });

    expect(problemLines(dir)).toEqual([
      `content/${pier}:1:1  error  not-utf8  This line holds bytes that are not UTF-8. Save the file as UTF-8 in your editor.`,
    ]);
  });

  test.each([
    ['NUL in the text', '---\ntitle: The pier\n---\n\nEvery\0 plank.\n', '5:6', 'U+0000'],
    ['NUL in the front matter', '---\ntitle: The\0 pier\n---\n', '2:11', 'U+0000'],
    ['an escape under Windows line ends', '---\r\ntitle: The pier\r\n---\r\n\r\n\x1b[1mEvery\r\n', '5:1', 'U+001B'],
    ['a C1 control character', '---\ntitle: The pier\u0085\n---\n', '2:16', 'U+0085'],
  ])('that holds %s is reported', (_what, text, place, name) => {
    expect(problemLines(aContentFolder({ [pier]: text }))).toEqual([
      `content/${pier}:${place}  error  control-character  There is an invisible control character here, ${name}, which no page can show. Delete it.`,
    ]);
  });

  test('may begin with a byte-order mark', () => {
    const { articles } = contentWith({ 'articles/storm/index.md': `\ufeff${anIndex()}` });

    expect(articles).toEqual(contentWith({}).articles);
  });

  test('may be a link to another file of the content', () => {
    const dir = aContentFolder();
    renameSync(join(dir, 'site.md'), join(dir, 'README.md'));
    symlinkSync('README.md', join(dir, 'site.md'));

    expect(problemLines(dir)).toEqual([]);
  });

  test('may not be a link out of the content', () => {
    const dir = aContentFolder();
    renameSync(join(dir, 'site.md'), join(dirname(dir), 'elsewhere.md'));
    symlinkSync('../elsewhere.md', join(dir, 'site.md'));

    expect(problemLines(dir)).toEqual([
      'content/site.md:1:1  error  link-outside  This is a link to elsewhere.md, outside content. Put a copy of the file here instead.',
    ]);
  });
});

describe('A folder of the content', () => {
  test('may have hidden files in it, which are not read', () => {
    expect(problemLines(aContentFolder({ 'articles/.DS_Store': 'x', 'authors/.note': 'x' }))).toEqual([]);
  });

  test('may be missing where nothing refers to what it would hold', () => {
    expect(problemLines(aContentFolder())).toEqual([]);
  });

  test.each([
    ['to a file outside', 'authors/grace.md', '../../grace.md'],
    ['to a file inside', 'authors/grace.md', 'ada-reed.md'],
    ['to a folder outside', 'articles/gale', '../../gale'],
    ['that leads nowhere', 'topics/sea.md', 'nowhere.md'],
  ])('may not hold a link %s', (_which, path, target) => {
    const dir = aContentFolder();
    writeFileSync(join(dirname(dir), 'grace.md'), '---\nname: Grace\n---\n');
    mkdirSync(join(dirname(dir), 'gale'));
    symlinkSync(target, join(dir, path));

    expect(problemLines(dir)).toEqual([
      `content/${path}:1:1  error  link-outside  This is a symbolic link. Content is read only from files in content: put a copy of the file here instead.`,
    ]);
  });

  test.each([
    ['authors', 'caf\xe9.md', 'authors/caf\\xe9.md'],
    ['topics', '\xff.md', 'topics/\\xff.md'],
    ['glossary', '\xc3(.md', 'glossary/\\xc3(.md'],
    ['articles', '\xff', 'articles/\\xff'],
    ['articles/storm', '1-\xff.md', 'articles/storm/1-\\xff.md'],
    ['articles/storm', '\xff.jpg', 'articles/storm/\\xff.jpg'],
    ['articles/storm/versions', '\xff.md', 'articles/storm/versions/\\xff.md'],
  ])('may not hold a name that is not UTF-8, in %s', async (folder, name, told) => {
    const dir = aContentFolder();
    mkdirSync(join(dir, folder), { recursive: true });
    const path = Buffer.concat([Buffer.from(`${join(dir, folder)}/`), Buffer.from(name, 'latin1')]);
    if (name === '\xff') mkdirSync(path);
    else writeFileSync(path, 'x');

    const line = `content/${told}:1:1  error  file-name  This name has bytes that are not UTF-8, shown as \\x and their number. Rename the file or folder with letters a to z, digits and hyphens.`;
    expect(problemLines(dir)).toEqual([line]);
    expect(await checkedLines(dir)).toEqual([line]);
  });

  test('may have the sign for unknown letters in the name of a file, which is no id', () => {
    expect(problemLines(aContentFolder({ 'authors/\ufffd.md': 'x' }))).toEqual([
      expect.stringContaining('"\ufffd.md" does not fit here.'),
    ]);
  });

  test('may not hold a pipe in the place of a file', () => {
    const dir = aContentFolder({ 'authors/ada-reed.md': undefined });
    execFileSync('/usr/bin/mkfifo', [join(dir, 'authors/ada-reed.md')]);

    expect(problemLines(dir)).toEqual([
      'content/authors/ada-reed.md:1:1  error  file-unreadable  This is not a regular file. Put a file here instead.',
    ]);
  });

  test('that is itself a link out of the content gives away nothing of where it leads', () => {
    const dir = aContentFolder();
    renameSync(join(dir, 'topics'), join(dirname(dir), 'topics'));
    symlinkSync('../topics', join(dir, 'topics'));

    expect(problemLines(dir)).toEqual([
      'content/topics/weather.md:1:1  error  link-outside  This is a link to topics/weather.md, outside content. Put a copy of the file here instead.',
    ]);
  });
});

describe('The content folder', () => {
  test('may be a link', () => {
    const link = join(aTemporaryFolder(), 'content');
    symlinkSync(aContentFolder(), link);

    expect(problemLines(link)).toEqual([]);
  });

  test('that does not exist is reported by the name that it was given', () => {
    expect(loadContent('no/such/folder').problems).toEqual([
      {
        file: 'no/such/folder',
        line: 1,
        column: 1,
        code: 'content-missing',
        message:
          'There is no such folder. Name the content folder with --content <dir>, or create a publication: npm run new -- site no/such/folder',
      },
    ]);
  });
});

test('Content is not at fault for files that cannot be opened because too many are', () => {
  const work = `
    const { loadContent } = await import('./lib/content/load-content.ts');
    const { openSync } = await import('node:fs');
    try { for (;;) openSync('/dev/null'); } catch {}
    try { loadContent(process.argv[1]); } catch (error) { console.log(error.code); }`;
  const args = ['--input-type=module', '--eval', work, aContentFolder()];
  const { stdout } = spawnSync('sh', ['-c', 'ulimit -n 100; exec "$@"', 'sh', process.execPath, ...args], {
    encoding: 'utf8',
  });
  expect(stdout).toBe('EMFILE\n');
});
