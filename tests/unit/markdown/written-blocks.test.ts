import { describe, expect, test } from 'vitest';
import { hidden, writtenBlocks } from '@/lib/markdown/written-blocks.ts';
import { aRenderer } from '../../support/a-renderer.ts';

/** The blocks of a text, with a dot for each masked character. */
function blocks(markdown: string): string[] {
  return writtenBlocks(aRenderer().parse(markdown), markdown).map(({ text }) => text.replaceAll(hidden, '·'));
}

describe('What an editor typed and readers see', () => {
  test.each([
    ['is the words of a paragraph', 'The wind fell.', ['The wind fell.']],
    [
      'is without the signs that Markdown took',
      'The **old** [pier](/a/ "b") `x*y` <!-- c --> fell.',
      ['The ··old·· ·pier·········· ····· ·········· fell.'],
    ],
    ['is with those that it did not', 'The ** old** [pier] (/a/).', ['The ** old** [pier] (/a/).']],
    ['is without escapes and references', 'The \\*old\\* pier &amp; ferry.', ['The ··old·· pier ····· ferry.']],
    [
      'is the words of headings, cells and items',
      '### A **b**\n\n| c | *d* |\n|---|---|\n\n- e',
      ['····A ··b··', '··c·', '···d···', 'e'],
    ],
    ['is each line of a quotation without its mark', '> One\n> two.\n> — Ada', ['One\n  two.\n·······', '  — Ada']],
    ['has the ends of lines, and hides a hard break', 'One\\\ntwo  \nthree', ['One·\ntwo··\nthree']],
    ['has no code', '    code', []],
  ])('%s', (_what, markdown, expected) => {
    expect(blocks(markdown)).toEqual(expected);
  });

  test('has its place in the source', () => {
    const markdown = 'First.\n\n> The *old*\n> pier.\n> — Ada';
    for (const { text, offset } of writtenBlocks(aRenderer().parse(markdown), markdown)) {
      for (const word of text.match(/\w+/g) ?? [])
        expect(markdown.startsWith(word, offset + text.indexOf(word))).toBe(true);
    }
  });
});
