import { describe, expect, test } from 'vitest';
import { checkTree, type TreeRules } from '@/lib/markdown/check-tree.ts';
import { aRenderer } from '../../support/a-renderer.ts';

const { parse } = aRenderer();

function faultsIn(markdown: string, { topHeading }: Pick<TreeRules, 'topHeading'> = { topHeading: 3 }): string[] {
  const faults = checkTree(parse(`${markdown}\n\n`), {
    topHeading,
    pictures: true,
    lines: markdown.split('\n').length,
  });
  return faults.map(({ code, node }) => `${node.position?.start.line} ${code}`);
}

describe('Headings', () => {
  test.each([
    ['may begin at the top level of their place', '### a\n### b', 3, []],
    ['may go down a level at a time and up by any number', '### a\n#### b\n##### c\n### d', 3, []],
    ['may not begin above it', '## a', 3, ['1 heading-level']],
    ['may not begin below it', '#### a', 3, ['1 heading-level']],
    ['may not skip a level', '### a\n##### b', 3, ['2 heading-level']],
    ['may begin at level 2 on a page of their own', '## a\n### b', 2, []],
    ['may be underlined, and count just so', 'a\n=\n\nb\n-', 3, ['1 heading-level', '4 heading-level']],
    ['may not stand in a lead', '### a', undefined, ['1 heading-misplaced']],
  ] as const)('%s', (_what, markdown, topHeading, expected) => {
    expect(faultsIn(markdown, { topHeading })).toEqual(expected);
  });
});

describe('A block that never ends', () => {
  test.each([
    ['is a fence to the end of the file', 'a\n\n```\nb', ['3 block-open']],
    ['is a fence that a longer one should close', '````\na\n```', ['1 block-open']],
    ['is a fence of tildes that backticks cannot close', '~~~\na\n```', ['1 block-open']],
    ['is a fence at the very end', 'a\n\n```', ['3 block-open']],
    ['is a fence in the last entry of a list', '- a\n\n  ```\n  b', ['3 block-open']],
    ['is a comment', 'a\n\n<!-- b\n\nc', ['3 block-open']],
    ['is a script', '<script>\na\n\nb', ['1 block-open']],
    ['is not a fence that is closed', '```\na\n```', []],
    ['is not indented code', 'a\n\n    b', []],
    ['is not a fence in a quote, which ends with the quote', '> ```\n> a\n\nb', []],
  ])('%s', (_what, markdown, expected) => {
    expect(faultsIn(markdown)).toEqual(expected);
  });
});

describe('HTML', () => {
  test.each([
    ['is a comment, which may stay', '<!-- a -->', []],
    ['is several comments, which may stay', '<!-- a -->\n<!--\nb\n-->  ', []],
    ['is a comment within a line', 'a <!-- b --> c', []],
    ['is a comment with an element behind it', '<!-- a --> <b>', ['1 raw-html']],
    ['is a declaration', '<!DOCTYPE html>', ['1 raw-html']],
    ['is two tags in a line', 'a <i>b</i>', ['1 raw-html', '1 raw-html']],
  ])('%s', (_what, markdown, expected) => {
    expect(faultsIn(markdown)).toEqual(expected);
  });

  test('is checked in a moment however many comments stand before it', () => {
    expect(faultsIn(`${'<!-- --> '.repeat(200)}<b>`)).toEqual(['1 raw-html']);
  });
});
