import { describe, expect, test } from 'vitest';
import { type FrontMatter, readFrontMatter } from '@/lib/content/files/front-matter.ts';
import type { Problem } from '@/lib/model/problem.ts';
import { aContentFolder, anIndex, contentWith, problemLines } from '../../../support/content-folder.ts';

const lineEnds: [string, string][] = [
  ['Unix', '\n'],
  ['Windows', '\r\n'],
  ['old Macintosh', '\r'],
];

describe('Front matter', () => {
  test.each(lineEnds)('is parted from the body under %s line ends', (_system, end) => {
    const { data, body, bodyLine } = parts('---\ntitle: The pier\ntopic: weather\n---\n\nEvery plank.\n', end);

    expect(data).toEqual({ title: 'The pier', topic: 'weather' });
    expect(body.trim()).toBe('Every plank.');
    expect(bodyLine).toBe(5);
  });

  test.each(lineEnds)('tells where a key and a value stand under %s line ends', (_system, end) => {
    const { placeOf, placeOfKey } = parts('---\ntitle: The pier\npoints:\n  - One\n  - text: Two\n---\n', end);

    expect(placeOf(['title'])).toEqual({ line: 2, column: 8 });
    expect(placeOf(['points', 1, 'text'])).toEqual({ line: 5, column: 11 });
    expect(placeOfKey(['points', 1, 'text'])).toEqual({ line: 5, column: 5 });
  });

  test('gives the place of what surrounds a value that is missing', () => {
    const { placeOf } = parts('---\npoints:\n  - text: One\n---\n');

    expect(placeOf(['points', 0, 'section'])).toEqual({ line: 3, column: 5 });
    expect(placeOf(['title'])).toEqual({ line: 1, column: 1 });
    expect(placeOf([])).toEqual({ line: 1, column: 1 });
  });

  test.each([
    ['is empty', '---\n---\nBody', {}],
    ['has nothing but a comment', '---\n# later\n---\nBody', {}],
    ['has comments', '---\n# The heading\ntitle: The pier # of the harbour\n---\nBody', { title: 'The pier' }],
    ['has spaces behind its fences', '---  \ntitle: The pier\n---\t\nBody', { title: 'The pier' }],
    ['ends with the file', '---\ntitle: The pier\n---', { title: 'The pier' }],
  ])('may be such that it %s', (_what, text, data) => {
    expect(parts(text).data).toEqual(data);
  });

  test.each([
    ['a date, which stays a text', 'when: 2026-01-19', { when: '2026-01-19' }],
    ['yes and off, which are texts', 'a: yes\nb: off', { a: 'yes', b: 'off' }],
    ['a leading zero, which is no octal number', 'a: 010', { a: 10 }],
    ['<<, which merges nothing', '"<<": {a: 1}', { '<<': { a: 1 } }],
    ['an anchor and its alias', 'a: &x One\nb: *x', { a: 'One', b: 'One' }],
  ])('is YAML 1.2: it knows %s', (_what, yaml, data) => {
    expect(parts(`---\n${yaml}\n---\n`).data).toEqual(data);
  });

  test('ends at its second fence; a third is a rule in the text', () => {
    expect(parts('---\ntitle: The pier\n---\nOne\n\n---\n\nTwo').body).toBe('One\n\n---\n\nTwo');
  });

  test('is reported once for each fault in its YAML', () => {
    expect(faults('---\na: 1\na: 2\nb: 1\nb: 2\n---\n').map(({ line, code }) => [line, code])).toEqual([
      [3, 'yaml-invalid'],
      [5, 'yaml-invalid'],
    ]);
  });

  test('is never run as a program', () => {
    const marker = 'frontMatterWasRun';
    const text = `---js\n{ get title() { globalThis.${marker} = true; return 'The pier'; } }\n---\n`;

    expect(faults(text).map(({ code }) => code)).toEqual(['front-matter-not-yaml']);
    expect(globalThis).not.toHaveProperty(marker);
  });
});

describe('A whole content folder', () => {
  test.each(lineEnds)('is the same under %s line ends', (_system, end) => {
    const keys = 'expires: 2026-02-01T00:00:00Z\ndateline: The harbour';
    const index = anIndex({ keys });

    const { articles } = contentWith({ 'articles/storm/index.md': index.replaceAll('\n', end) });

    expect(articles).toEqual(contentWith({ 'articles/storm/index.md': index }).articles);
  });

  test.each(lineEnds)('has its faults at the same places under %s line ends', (_system, end) => {
    const index = anIndex({ keys: 'titel: The storm', lead: 'One\ntwo <b>\n\nthree [four](/five/)' });
    const section = '---\ntitle: The pier\n---\n\nOne\ntwo <b>\n\nthree [four](/five/)\n';
    const dir = aContentFolder({
      'articles/storm/index.md': index.replaceAll('\n', end),
      'articles/storm/1-pier.md': section.replaceAll('\n', end),
    });

    expect(problemLines(dir).map((line) => line.split('  error')[0])).toEqual([
      'content/articles/storm/1-pier.md:6:5',
      'content/articles/storm/1-pier.md:8:7',
      'content/articles/storm/index.md:7:1',
      'content/articles/storm/index.md:11:5',
      'content/articles/storm/index.md:13:7',
    ]);
  });
});

function read(text: string): { frontMatter: FrontMatter | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const frontMatter = readFrontMatter({ file: 'pier.md', text }, (problem) => problems.push(problem));
  return { frontMatter, problems };
}

function parts(text: string, lineEnd = '\n'): FrontMatter {
  const { frontMatter, problems } = read(text.replaceAll('\n', lineEnd));
  expect(problems).toEqual([]);
  if (!frontMatter) throw new Error('There is no front matter.');
  return frontMatter;
}

function faults(text: string): Problem[] {
  return read(text).problems;
}
