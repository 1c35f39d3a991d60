import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const pier = 'articles/storm/1-pier.md';
const section = (text: string) => `---\ntitle: The pier\n---\n\n${text}\n`;
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, i) => line(i));

/** Each took minutes or threw an error in the parser before texts had bounds. */
const hostileTexts: [string, string][] = [
  ['emphasis that is never closed', '*a _b '.repeat(20_000)],
  ['emphasis in emphasis', '*a '.repeat(20_000) + ' b*'.repeat(20_000)],
  ['quotations', '>'.repeat(20_000)],
  ['lists in one line', `${'- '.repeat(20_000)}a`],
  ['numbered lists in one line', `${'1. '.repeat(20_000)}a`],
  ['lists by their indentation', lines(600, (index) => `${'  '.repeat(index)}- a`).join('\n')],
  ['notes in notes', '[^1]: '.repeat(20_000)],
  ['brackets', '['.repeat(50_000)],
  ['pictures in pictures', `${'!['.repeat(20_000)}${'](a)'.repeat(20_000)}`],
  ['backticks', lines(400, (index) => '`'.repeat(index)).join('a')],
  ['HTML that is never closed', 'a <? '.repeat(20_000)],
  ['notes', lines(5_000, (index) => `a[^${index}]\n\n[^${index}]: b\n`).join('\n')],
  ['definitions', lines(20_000, (index) => `[${index}]: b`).join('\n')],
  ['a wide table', `${'|a'.repeat(10_000)}|\n${'|-'.repeat(10_000)}|\n`],
  ['a table of short rows', `${'|a'.repeat(500)}|\n${'|-'.repeat(500)}|\n${'a\n'.repeat(5_000)}`],
  ['headings', '### a\n'.repeat(100_000)],
  ['rules', '- '.repeat(150_000)],
  ['directives in directives', ':plain['.repeat(20_000) + ']'.repeat(20_000)],
  ['marks of direction', '\u202a'.repeat(100_000)],
  ['one long line', 'a'.repeat(1_000_000)],
  ['a file of many megabytes', 'The pier held.\n\n'.repeat(400_000)],
];

const codes = new Set(['text-too-long', 'text-too-dense', 'nesting-too-deep']);

describe('A text that no parser can take is a problem with a place, and nothing is thrown:', () => {
  test.each(hostileTexts)('%s in a section', (_what, text) => {
    const { problems } = loadContent(aContentFolder({ [pier]: section(text) }), undefined, undefined, someday);

    expect(problems.map(({ code, file }) => [codes.has(code), file.endsWith(pier)])).toEqual([[true, true]]);
  });

  test.each([
    ['site.md', '---\nname: The Pier Gazette\n---\n\n'],
    ['articles/storm/index.md', anIndex()],
    ['authors/ada-reed.md', '---\nname: Ada Reed\n---\n\n'],
    ['topics/weather.md', '---\nname: Weather\n---\n\n'],
    ['glossary/pier.md', '---\nname: North Pier\nkind: place\n---\n\n'],
  ])('quotations in %s', (path, head) => {
    const { problems } = loadContent(aContentFolder({ [path]: `${head}${'>'.repeat(20_000)}\n` }));

    expect(problems.filter(({ file }) => file.endsWith(path)).map(({ code }) => code)).toEqual(['nesting-too-deep']);
  });

  test('a part of a version', () => {
    const version = (text: string) => `---
version: 1
recorded: 2026-01-19T18:00:00+00:00
kind: publish
note: First
sections: []
---

<!-- lead -->

${text}
`;
    const path = 'articles/storm/versions/1.md';

    expect(problemLines(aContentFolder({ [path]: version('>'.repeat(20_000)) }))[0]).toContain(
      `content/${path}:11:1  error  nesting-too-deep`,
    );
  });
});

describe('Front matter that no parser can take is a problem with a place, and nothing is thrown:', () => {
  test.each([
    ['lists in one line', 'name: Weather\nx: '.concat('['.repeat(20_000))],
    ['lists that are closed', 'name: Weather\nx: '.concat('['.repeat(20_000), ']'.repeat(20_000))],
    ['keys in one line', 'name: Weather\nx: '.concat('{a: '.repeat(20_000))],
    ['lists in lists', `${'- '.repeat(20_000)}a`],
    ['keys that ask', `${'? '.repeat(20_000)}a`],
    ['keys by their indentation', lines(300, (index) => `${' '.repeat(index)}a:`).join('\n')],
    ['keys', lines(20_000, (index) => `k${index}: 1`).join('\n')],
    ['keys in braces', `a: {${lines(15_000, (index) => `k${index}: 1`).join(',')}}`],
    ['empty lines', '\n'.repeat(50_000)],
    ['a long key', `${'k'.repeat(200_000)}: 1`],
  ])('%s', (_what, yaml) => {
    const { problems } = loadContent(aContentFolder({ 'topics/weather.md': `---\n${yaml}\n---\n` }));

    expect(problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^(text-too-long|nesting-too-deep)$/)]);
  });

  test.each([
    ['a list', 'name: &name [*name]', '2:14'],
    ['a group of keys', 'name: &name {x: *name}', '2:17'],
    ['a list of a list', 'name: &name [[*name]]', '2:15'],
  ])('an alias inside of its own value, %s', (_what, yaml, place) => {
    expect(problemLines(aContentFolder({ 'topics/weather.md': `---\n${yaml}\n---\n` }))).toEqual([
      `content/topics/weather.md:${place}  error  yaml-invalid  This alias refers to a value that contains it, which never ends. Write the value out.`,
    ]);
  });

  test('a text of nothing but signs is told of a hundred times at most', () => {
    const signs = '"'.repeat(5_000);
    const items = '  - "Go," he said\n'.repeat(500);

    expect(problemLines(aContentFolder({ 'topics/weather.md': `---\nname: ${signs}\n---\n` }))).toHaveLength(1);
    expect(problemLines(aContentFolder({ 'topics/weather.md': `---\nname:\n${items}---\n` }))).toHaveLength(100);
  });

  test('a text of nothing but marks of direction is told of ten times at most', () => {
    const found = problemLines(aContentFolder({ 'topics/weather.md': `---\nname: ${'\u202a'.repeat(500)}a\n---\n` }));

    expect(found).toHaveLength(10);
  });
});

test('An article is a problem when its files are within their bounds, and all of them together are too long', () => {
  const long = section('a '.repeat(199_000));
  const files = { 'articles/storm/1-a.md': long, 'articles/storm/2-b.md': long, 'articles/storm/3-c.md': long };

  expect(problemLines(aContentFolder({ [pier]: undefined, ...files }))).toEqual([
    expect.stringMatching(
      /^content\/articles\/storm\/index\.md:1:1 {2}error {2}text-too-long {2}The texts of this article have 1,194,\d+ characters together\. An article may have at most 800,000\. Divide it into several articles\.$/,
    ),
  ]);
});

test('A text of nothing but byte-order marks is told of ten times at most', () => {
  expect(problemLines(aContentFolder({ [pier]: section('a\ufeff'.repeat(100_000)) }))).toHaveLength(10);
});

test('A long investigation is within all bounds: 30,000 words in one file, with links, notes, lists and tables', () => {
  const sentence =
    'The commission found that the northern pier had not been inspected for eleven years before it fell. ';
  const paragraph = (index: number) =>
    `${sentence.repeat(4)}[The report](https://pier.example/report_${index}.pdf) says so in *two* places.[^${index}]\n`;
  const text = [
    ...lines(400, paragraph),
    ...lines(50, (index) => `### Chapter ${index}\n`),
    ...lines(300, (index) => `- ${sentence}[Letter ${index}](https://pier.example/letters/${index})`),
    `\n| Year | Ships | Tons |\n| ---- | ----- | ---- |\n${'| 1987 | 1,204 | 55,120 |\n'.repeat(120)}`,
    ...lines(
      400,
      (index) => `[^${index}]: Report, page ${index}, <https://pier.example/report_${index}.pdf#page=${index}>`,
    ),
  ].join('\n');
  expect(text.split(/\s+/).length).toBeGreaterThan(30_000);

  const { problems } = loadContent(aContentFolder({ [pier]: section(text) }));
  expect(problems).toEqual([]);
});
