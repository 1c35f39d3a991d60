import { describe, expect, test } from 'vitest';
import { blockTexts } from '@/lib/markdown/block-text.ts';
import { aRenderer } from '../../support/a-renderer.ts';

const { parse } = aRenderer();

/** Where a word of the text is in the file, as `line:column`. */
function placeOf(markdown: string, word: string): string | undefined {
  for (const { text, placeAt } of blockTexts(parse(markdown), markdown.split('\n'), 'with code')) {
    const index = text.indexOf(word);
    if (index === -1) continue;
    const { line, column } = placeAt(index);
    return `${line}:${column}`;
  }
  return undefined;
}

describe('The texts of a tree', () => {
  test('are those of its paragraphs, headings and cells, in their order', () => {
    const markdown =
      '### One\n\nTwo *three* [four](/).\n\n- Five\\\n  six\n\n| a | b |\n| - | - |\n| c | d |\n\n    code';
    const texts = (code: 'with code' | 'without code') =>
      blockTexts(parse(markdown), markdown.split('\n'), code).map(({ text }) => text);

    expect(texts('without code')).toEqual(['One', 'Two three four.', 'Five\nsix', 'a', 'b', 'c', 'd']);
    expect(texts('with code')).toEqual([...texts('without code'), 'code']);
  });

  test('hide code inside a line, and keep its room', () => {
    const markdown = 'Run `npm` now.';

    expect(blockTexts(parse(markdown), [markdown], 'without code')[0]?.text).toBe('Run \ufffc\ufffc\ufffc now.');
  });
});

describe('The place of a word', () => {
  test.each([
    ['in a line', 'One two', '1:5'],
    ['in a later line', 'One\ntwo', '2:1'],
    ['in a later line of a list', '- one\n  and two', '2:7'],
    ['in a quote', '> one\n> and two', '2:7'],
    ['behind emphasis', '**One** two', '1:9'],
    ['within emphasis', 'One *and two*', '1:10'],
    ['behind a backslash', '\\*one\\* two', '1:9'],
    ['behind a character reference', '&amp;&amp; two', '1:12'],
    ['in a link', '[One two](/)', '1:6'],
    ['in code', 'One `and two`', '1:10'],
    ['in a cell', '| one | and two |\n| --- | --- |', '1:13'],
    ['in a heading', '### One two', '1:9'],
    ['in indented code', 'One\n\n    two', '3:5'],
    ['in a fence', '```\none\n  two\n```', '3:3'],
  ])('%s is found', (_where, markdown, expected) => {
    expect(placeOf(markdown, 'two')).toBe(expected);
  });
});
