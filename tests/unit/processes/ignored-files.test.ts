import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isIgnored } from '@/lib/processes/ignored-files.ts';
import { aContentFolder, checkedLines, problemLines } from '../../support/content-folder.ts';

const leftovers = [
  '.DS_Store',
  '.index.md.swp',
  '.#index.md',
  '4913',
  '5036',
  'index.md~',
  '#index.md#',
  'index.md.bak',
  'index.md.orig',
  'index.md.swp',
  'index.md.tmp',
  'index.md.TMP',
  'index.md___jb_tmp___',
  '~$notes.docx',
  'photo.jpg.part',
  'Thumbs.db',
  'desktop.ini',
  'Icon\r',
];

describe('A file that a program leaves beside the content', () => {
  test.each(leftovers)('is passed over in every folder: %s', async (name) => {
    const folders = ['', 'articles/', 'articles/storm/', 'authors/', 'topics/', 'glossary/'];
    const dir = aContentFolder(Object.fromEntries(folders.map((folder) => [folder + name, 'Nothing of ours\0'])));

    expect(problemLines(dir)).toEqual([]);
    expect(await checkedLines(dir)).toEqual(await checkedLines(aContentFolder()));
  });

  test('is passed over among the versions of an article', () => {
    const files = ['1.md~', '.1.md.swp', 'Thumbs.db', '4913'].map((name) => [`articles/storm/versions/${name}`, 'x']);

    expect(problemLines(aContentFolder(Object.fromEntries(files)))).toEqual([]);
  });

  test('is passed over where it is a folder', () => {
    const dir = aContentFolder({ 'articles/__MACOSX/._storm': 'x', 'articles/storm/.cache/x.md': 'x' });

    expect(problemLines(dir)).toEqual([]);
  });
});

test.each([
  ['index.md', false],
  ['4913.md', false],
  ['1-pier.md', false],
  ['bak', false],
  ['tmp.md', false],
  ['pier.jpg', false],
  ['2026', true],
])('%s is content', (name, isFolder) => {
  expect(isIgnored(name, isFolder)).toBe(false);
});

describe('A copy of a section that a program has made', () => {
  test.each([
    '1-pier (1).md',
    '1-pier copy.md',
    '1-pier copy 2.md',
    "1-pier (Ada's conflicted copy 2026-01-19).md",
    '1-pier.sync-conflict-20260119-180000-ABCDEFG.md',
    '1-pier - Copy.md',
  ])('is told of as one, and not named as a section: %s', (name) => {
    const dir = aContentFolder({ [`articles/storm/${name}`]: '---\ntitle: The pier\n---\n\nText.\n' });

    expect(problemLines(dir)).toEqual([
      `content/articles/storm/${name}:1:1  error  file-name  "${name}" looks like a copy of 1-pier.md. Copy what is new from it, then delete it.`,
    ]);
  });

  test('is told of in the folders of people and topics too', () => {
    const dir = aContentFolder({ 'authors/ada-reed (1).md': '---\nname: Ada\n---\n' });

    expect(problemLines(dir)).toEqual([
      'content/authors/ada-reed (1).md:1:1  error  file-name  "ada-reed (1).md" looks like a copy of ada-reed.md. Copy what is new from it, then delete it.',
    ]);
  });
});

describe('A folder without a file, which git leaves where a folder was,', () => {
  const aFolderWith = (...folders: string[]) => {
    const dir = aContentFolder();
    for (const folder of folders) mkdirSync(join(dir, folder), { recursive: true });
    return dir;
  };

  test.each([
    'articles/gone',
    'articles/gone/versions',
    'articles/Not An Id',
    'articles/storm/old',
    'authors/former',
    'topics/one/two',
    'glossary/x',
    'pages',
    'glosary',
  ])('is passed over: %s', async (folder) => {
    const dir = aFolderWith(folder);
    expect(await checkedLines(dir)).toEqual([]);
    writeFileSync(join(dir, folder, '.DS_Store'), 'x');
    expect(await checkedLines(dir)).toEqual([]);
  });

  test('is no page that a link may lead to', () => {
    const dir = aContentFolder({
      'articles/storm/1-pier.md': '---\ntitle: The pier\n---\n\nSee [it](/articles/gone/).\n',
    });
    mkdirSync(join(dir, 'articles/gone'));

    expect(problemLines(dir)).toEqual([expect.stringContaining('link-broken')]);
  });
});

describe('What is no content', () => {
  test.each([
    ['a document of an office', 'articles/storm/plan.docx'],
    ['one beside the articles', 'articles/plan.docx'],
    ['a list of people', 'authors/staff.xlsx'],
    ['a folder without a text', 'topics/old/list.csv'],
    ['pictures that belong to no article', 'articles/photos/pier.jpg'],
    ['a folder that nobody reads', 'drafts/idea.md'],
    ['a folder of files', 'assets/style.css'],
    ['a text beside site.md', 'about.md'],
  ])('is told of in a line, and nobody is asked to publish it: %s', async (_what, path) => {
    const lines = await checkedLines(aContentFolder({ [path]: 'x' }));

    expect(lines).toEqual([expect.stringMatching(/ {2}warning {2}file-passed-over {2}.*out of the content folder\.$/)]);
    expect(lines.join()).not.toMatch(/Name (it|the)|Create/);
  });

  test.each(['README.md', 'LICENSE', 'OFL.txt', 'CODEOWNERS'])('may be meant for colleagues: %s', async (name) => {
    expect(await checkedLines(aContentFolder({ [name]: 'x' }))).toEqual([]);
  });
});

describe('A text that nothing reads', () => {
  test.each([
    ['article/flood/index.md', 'Did you mean "articles"?'],
    ['Articles/flood/index.md', 'Did you mean "articles"?'],
    ['autors/ada.md', 'Did you mean "authors"?'],
    ['topic/sea.md', 'Did you mean "topics"?'],
    ['articles/storm/sections/2-sea.md', 'Move its files beside index.md.'],
    ['authors/2026/zoe.md', 'Move its files beside the others.'],
    ['articles/storm/2-sea.markdown', '"2-sea.markdown" is not part of an article.'],
    ['articles/storm/2-sea.txt', 'Name it 2-sea.md if readers are to see it.'],
    ['topics/sea.md.txt', 'Name it sea.md if readers are to see it.'],
  ])('is an error: %s', async (path, words) => {
    expect(await checkedLines(aContentFolder({ [path]: '---\nname: X\n---\n' }))).toEqual([
      expect.stringMatching(new RegExp(`  error  (file-name|folder-misspelt)  .*${RegExp.escape(words)}`)),
    ]);
  });
});
