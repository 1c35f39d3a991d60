import { describe, expect, test } from 'vitest';
import { isPassedOver } from '@/lib/content/passed-over.ts';
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
  expect(isPassedOver(name, isFolder)).toBe(false);
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
      `content/articles/storm/${name}:1:1  error  file-name  "${name}" looks like a copy of 1-pier.md. Take over what is new in it, then delete it.`,
    ]);
  });

  test('is told of in the folders of people and topics too', () => {
    const dir = aContentFolder({ 'authors/ada-reed (1).md': '---\nname: Ada\n---\n' });

    expect(problemLines(dir)).toEqual([
      'content/authors/ada-reed (1).md:1:1  error  file-name  "ada-reed (1).md" looks like a copy of ada-reed.md. Take over what is new in it, then delete it.',
    ]);
  });
});
