import { describe, expect, test } from 'vitest';
import { readFrontMatter } from '@/lib/content/files/front-matter.ts';
import type { Problem } from '@/lib/model/problem.ts';

/** What is reported for front matter with these lines: the place and the message, a line each. */
function told(...lines: string[]): string[] {
  const problems: Problem[] = [];
  const text = ['---', ...lines, '---', '', 'Text.', ''].join('\n');
  readFrontMatter({ file: 'pier.md', text }, (problem) => problems.push(problem));
  return problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const next = 'standfirst: The pier stands.';

describe('An editor is told to put in quotes a text that begins', () => {
  test.each([
    [
      'with a quotation',
      'title: "Go," he said',
      `2:8 A text that begins with " ends at the second one, though this one goes on. Put the whole text in quotes: '"Go," he said'`,
    ],
    [
      'with a quotation, and has an apostrophe',
      `title: "Go," it's said`,
      `2:8 A text that begins with " ends at the second one, though this one goes on. Put the whole text in quotes: '"Go," it''s said'`,
    ],
    [
      'with an apostrophe',
      "title: 'Twas the night's end",
      `2:8 A text that begins with ' ends at the second one, though this one goes on. Put the whole text in quotes: "'Twas the night's end"`,
    ],
    [
      'with [',
      'title: [Update] Storm passes',
      `2:8 A text cannot begin with "[". Put the whole text in quotes: '[Update] Storm passes'`,
    ],
    [
      'with {',
      'title: {Update} Storm',
      `2:8 A text cannot begin with "{". Put the whole text in quotes: '{Update} Storm'`,
    ],
    ['with ]', 'title: ] Storm', `2:8 A text cannot begin with "]". Put the whole text in quotes: '] Storm'`],
    ['with >', 'title: > quote', `2:8 A text cannot begin with ">". Put the whole text in quotes: '> quote'`],
    [
      'with > and no space',
      'title: >quote',
      `2:8 A text cannot begin with ">". Put the whole text in quotes: '>quote'`,
    ],
    ['with |', 'title: | pipe', `2:8 A text cannot begin with "|". Put the whole text in quotes: '| pipe'`],
    ['with a dash', 'title: - dash', `2:8 A text cannot begin with "-". Put the whole text in quotes: '- dash'`],
    ['with ?', 'title: ? what', `2:8 A text cannot begin with "?". Put the whole text in quotes: '? what'`],
    [
      'with !',
      'title: !Storm is here',
      `2:8 A text cannot begin with "!". Put the whole text in quotes: '!Storm is here'`,
    ],
    [
      'with *',
      'title: *Hamlet* returns',
      `2:8 A text cannot begin with "*". Put the whole text in quotes: '*Hamlet* returns'`,
    ],
    [
      'with * and one word',
      'title: *Hamlet',
      `2:8 A text cannot begin with "*". Put the whole text in quotes: '*Hamlet'`,
    ],
    ['with @', 'title: @ada writes', `2:8 A text cannot begin with "@". Put the whole text in quotes: '@ada writes'`],
    [
      'with a backtick',
      'title: `npm` is back',
      `2:8 A text cannot begin with "\`". Put the whole text in quotes: '\`npm\` is back'`,
    ],
    ['with %', 'title: %5 more', `2:8 A text cannot begin with "%". Put the whole text in quotes: '%5 more'`],
    [
      'with a comma',
      'title: , and then',
      `2:8 A text cannot begin with ",". Put the whole text in quotes: ', and then'`,
    ],
  ])('%s', (_what, line, message) => {
    expect(told(line, next)).toEqual([message]);
  });

  test('in a list, and below another key', () => {
    expect(told(next, 'keyPoints:', '  - "Go," he said', '  - [Update] Storm')).toEqual([
      `4:5 A text that begins with " ends at the second one, though this one goes on. Put the whole text in quotes: '"Go," he said'`,
      `5:5 A text cannot begin with "[". Put the whole text in quotes: '[Update] Storm'`,
    ]);
  });
});

describe('An editor is told of', () => {
  test.each([
    [
      'an apostrophe that ends the text',
      ["title: 'It's over'"],
      `2:8 The text ends at the second ', though it goes on. Put it in other quotes: "It's over"`,
    ],
    [
      'a quotation inside of quotes',
      ['title: "He said "go" twice"'],
      `2:8 The text ends at the second ", though it goes on. Put it in other quotes: 'He said "go" twice'`,
    ],
    ['a colon without a space', ['title:A title'], '2:7 There is no space after the colon. Write title: A title'],
    [
      'a colon without a space in a list',
      ['timeline:', '  - when: 2026-01-19', '    text:A title'],
      '4:10 There is no space after the colon. Write text: A title',
    ],
    [
      'an invisible space after the colon',
      ['title:\u00a0A title'],
      '2:7 This is not a normal space but an invisible U+00A0. Delete it and type a space.',
    ],
    [
      'a wide colon',
      ['title：A title'],
      '2:6 This is a wide colon (：), which YAML does not know. Write a colon and a space.',
    ],
    [
      'a line without a colon',
      ['title A title'],
      '2:1 This line has no key with a colon and a space after it, as in "title: The pier". Write the key, or put two spaces before the line if it belongs to the text above.',
    ],
    [
      'a colon in the text',
      ['title: Storm: the end'],
      '2:8 There is a colon with a space after it in this text. Put the whole text in quotes.',
    ],
    [
      'a colon at the end of the text',
      ['title: Storm:'],
      '2:8 There is a colon with a space after it in this text. Put the whole text in quotes.',
    ],
    [
      'a quotation mark that is never closed',
      ['title: "A title'],
      '2:8 The quotation mark that begins here is never closed in its text. Write the second one at the end.',
    ],
    [
      'a bracket that is never closed',
      ['topics: [weather, sea'],
      '2:9 The [ that begins here is never closed. Write ] at the end, or put the whole in quotes if it is a text.',
    ],
    [
      'a # that hides the end of a list',
      ['aliases: [Pier #1, North Pier]'],
      '2:16 What follows # is a comment, and so the end of the list is lost. Put the text with # in quotes.',
    ],
    [
      'a # that begins an entry',
      ['aliases: [#1 Pier, North Pier]'],
      '2:11 What follows # is a comment, and so the end of the list is lost. Put the text with # in quotes.',
    ],
    [
      'a missing comma',
      ['aliases: ["Pier 1" "North Pier"]'],
      '2:20 A comma is missing between two entries of this list. Write it.',
    ],
    [
      'a comma too many',
      ['aliases: [One,, Two]'],
      '2:15 There are two commas here with nothing between them. Remove one.',
    ],
    [
      'a backslash in quotes',
      ['title: "C:\\quay"'],
      '2:11 A backslash means nothing here. Write two, or put the text in single quotes.',
    ],
    ['an item in another column', ['topics:', '  - weather', '   - sea', '  - wind'], undefined],
  ])('%s', (_what, lines, message) => {
    const [first, ...others] = told(...lines, next);
    if (message !== undefined) expect(first).toBe(message);
    expect(others).toEqual([]);
  });

  test('a key that begins in another column', () => {
    expect(told(' title: A title', next, 'kind: report')).toEqual([
      '3:1 This key begins in another column than those above. Begin all keys that belong together in the same one.',
    ]);
  });

  test('a quotation mark that takes the next key with it', () => {
    expect(told('title: "A title', 'standfirst: "The pier stands."')).toEqual([
      '2:8 The quotation mark that begins here is never closed in its text. Write the second one at the end.',
    ]);
  });

  test('every line at fault in one run', () => {
    expect(told('title:A title', 'standfirst:The pier', 'kind: [report', 'dateline: "Go," he said')).toEqual([
      '2:7 There is no space after the colon. Write title: A title',
      '3:12 There is no space after the colon. Write standfirst: The pier',
      '4:7 The [ that begins here is never closed. Write ] at the end, or put the whole in quotes if it is a text.',
      `5:11 A text that begins with " ends at the second one, though this one goes on. Put the whole text in quotes: '"Go," he said'`,
    ]);
  });
});

test.each([
  'title: a: b: c',
  'a: [',
  'a: {',
  '}',
  ']',
  '- a\nb: c',
  'a: - b - c',
  '? a',
  ': b',
  '!',
  '&',
  '*',
  'a: *',
  'a: !',
  'a: !<',
  'a: &',
  '%',
  '@',
  'a: |x',
  'a: >9x',
  '"a',
  "'a",
  'a: "b" c: d',
  'a: [b: c: d]',
  'a: {b, c: {d}',
  '[a]: b',
  '{a: b}: c',
  '\ta: b',
  'a:\n\tb: c',
  'a: b\n  c: d',
  'a: b\n c: d\n  e: f',
  '&a &b c: d',
  '!a !b c: d',
  'a: *b c',
  'a: &b *b',
  '...\na: b',
  'a: "\\x"',
  'a: [b\n]',
  '<<: *x',
  'a: !!int x',
  '- - - :',
  'a: [b]c',
  'a: {b}c',
  'a: "b"c',
  '`a`: b',
  'a: ``',
])('No word of the parser is left in what is said of %j', (yaml) => {
  for (const line of told(yaml, next)) {
    expect(line).not.toMatch(
      /scalar|token|mapping|sequence|implicit|indicator|anchor|unresolved|flow|node|plain value|block/i,
    );
  }
});
