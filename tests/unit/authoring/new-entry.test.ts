import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type EntryKind, entryKinds, newEntry } from '@/lib/authoring/new-entry.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { aContentFolder, checkedLines, problemLines } from '../../support/content-folder.ts';

const ada = { name: 'Ada: "Byron" # Lovelace', id: 'ada-byron' };

describe('A new', () => {
  test.each([
    ['author', 'authors/ada-byron.md'],
    ['topic', 'topics/ada-byron.md'],
    ['series', 'series/ada-byron.md'],
    ['place', 'glossary/ada-byron.md'],
    ['person', 'glossary/ada-byron.md'],
    ['organisation', 'glossary/ada-byron.md'],
    ['page', 'pages/ada-byron.md'],
  ] as const)('%s is the file %s, which has no error', (kind, path) => {
    const content = aContentFolder();

    expect(newEntry(content, kind, ada).file).toBe(join(content, path));
    expect(problemLines(content)).toEqual([]);
  });

  test('author, topic, series and entry of the glossary load with the name as it was given', () => {
    const content = aContentFolder();
    newEntry(content, 'author', ada);
    newEntry(content, 'topic', ada);
    newEntry(content, 'series', ada);
    newEntry(content, 'organisation', ada);

    const { authors, topics, series, glossary } = loadWholeContent(content);
    expect(authors).toContainEqual(expect.objectContaining(ada));
    expect(topics).toContainEqual(expect.objectContaining(ada));
    expect(series).toContainEqual(expect.objectContaining(ada));
    expect(glossary).toEqual([expect.objectContaining({ ...ada, kind: 'organisation' })]);
  });

  test('file says above each key what it is, and names the other keys', () => {
    const { file } = newEntry(aContentFolder(), 'person', { name: 'Ada Byron', id: 'ada' });

    expect(readFileSync(file, 'utf8')).toBe(`---
# The name of the person, the organisation or the place
name: Ada Byron
# What it is
kind: person
# Other keys: aliases, role, latitude, longitude, capital, country, url (docs/keys.md)
---

<!-- The note that readers see -->
`);
  });

  test('page has the key title', () => {
    const { file } = newEntry(aContentFolder(), 'page', { name: 'How we work', id: 'how-we-work' });

    expect(readFileSync(file, 'utf8')).toMatch(/^---\n# .*\ntitle: How we work\n(?:#.*\n)*---\n\n<!-- .* -->\n$/);
  });

  test.each(entryKinds)('%s comes with what to write in it', (kind) => {
    expect(newEntry(aContentFolder(), kind, ada).toDo).toMatch(/^Write .*\.$/);
  });
});

describe('Nothing is written over by a new', () => {
  test.each(entryKinds)('%s', (kind) => {
    const content = aContentFolder();
    const { file } = newEntry(content, kind, ada);
    writeFileSync(file, 'mine');

    expect(() => newEntry(content, kind, ada)).toThrow(`${file} already exists. Choose another with --id.`);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test.each([
    ['author', 'authors/zoe.md'],
    ['topic', 'topics/zoe.md'],
    ['series', 'series/zoe.md'],
  ] as const)('%s whose id another had', (kind, path) => {
    const content = aContentFolder({ [path]: '---\nname: Zoe\naliases: [ada-byron]\n---\n' });

    expect(() => newEntry(content, kind, ada)).toThrow(`"ada-byron" is a former id of ${join(content, path)}.`);
  });

  test.each(['place', 'person', 'organisation'] satisfies EntryKind[])(
    '%s whose name an entry of the glossary has, however it is written',
    (kind) => {
      const content = aContentFolder({
        'glossary/zoe.md': '---\nname: Zoe\nkind: person\naliases: [Ada, The Countess’s Daughter]\n---\n',
      });

      expect(() => newEntry(content, kind, { name: "The Countess's Daughter", id: 'x' })).toThrow(
        /is already a name of .*zoe\.md/,
      );
    },
  );
});

test('A glossary entry cannot have the id that its page needs', () => {
  expect(() => newEntry(aContentFolder(), 'place', { name: 'Text', id: 'text' })).toThrow(/--id the-text/);
});

test('A page cannot have the address of a language', () => {
  const dir = aContentFolder();
  const site = join(dir, 'site.md');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^lang: .*$/m, 'lang: en-GB\nlanguages: [en-GB, ar]'));
  expect(() => newEntry(dir, 'page', { name: 'Arab world', id: 'ar' })).toThrow(
    'The site itself uses the address /ar/.',
  );
});

test('A page cannot have an address of the site itself', () => {
  expect(() => newEntry(aContentFolder(), 'page', { name: 'Search', id: 'search' })).toThrow(
    'The site itself uses the address /search/. Choose another with --id.',
  );
});

test('A file at fault beside a new entry stops nobody', async () => {
  const content = aContentFolder();
  mkdirSync(join(content, 'glossary'));
  writeFileSync(join(content, 'glossary/bad.md'), '---\nname: [\n---\n');

  newEntry(content, 'place', ada);

  expect(
    (await checkedLines(content)).filter((line) => line.includes('ada-byron.md:') && line.includes('error')),
  ).toEqual([]);
});
