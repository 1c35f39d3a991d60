import { describe, expect, test } from 'vitest';
import { fieldAtLine, formOfFile } from '@/lib/desk/entry-places.ts';

describe('The form of a file', () => {
  test.each([
    ['site.md', '_singletons/entries/site'],
    ['site.ar.md', '_singletons/entries/site-ar'],
    ['front.md', '_singletons/entries/front'],
    ['articles/storm/index.md', 'articles/entries/storm/index'],
    ['articles/storm/index.ar.md', 'articles-ar/entries/storm/index.ar'],
    ['articles/storm/1-pier.md', 'sections/entries/storm/1-pier'],
    ['articles/storm/1-pier.ar.md', 'sections-ar/entries/storm/1-pier'],
    ['authors/ada-reed.md', 'authors/entries/ada-reed'],
    ['glossary/raqqa.ar.md', 'glossary/entries/raqqa'],
    ['pages/contact.md', 'pages/entries/contact'],
    ['articles/storm/versions/1.md', undefined],
    ['articles/storm/pier.png', undefined],
    ['articles/storm', undefined],
    ['README.md', undefined],
    ['logo.svg', undefined],
  ])('%s is %s', (path, form) => {
    expect(formOfFile(path)).toBe(form);
  });
});

describe('The field at a line', () => {
  const text = '---\n# Ours\ntitle: x\npicture:\n  image: a.png\n  alt: y\ntopics: [a]\n---\n\nText.\n';

  test.each([
    [1, 'title'],
    [2, 'title'],
    [3, 'title'],
    [4, 'picture'],
    [6, 'picture'],
    [7, 'topics'],
    [8, 'body'],
    [9, 'body'],
    [10, 'body'],
  ])('%i is %s', (line, field) => {
    expect(fieldAtLine(text, line)).toBe(field);
    expect(fieldAtLine(text.replaceAll('\n', '\r\n'), line)).toBe(field);
  });

  test('is the text where the front matter cannot be read', () => {
    expect(fieldAtLine('---\ntitle: [x\n---\n', 2)).toBe('body');
  });
});
