import { describe, expect, test } from 'vitest';
import { lostWords } from '@/lib/markdown/lost-words.ts';
import { aRenderer } from '../../support/a-renderer.ts';

function found(markdown: string): string[] {
  return lostWords(aRenderer().parse(markdown)).map(({ node, code, message }) => {
    const { line, column } = node.position?.start ?? { line: 0, column: 0 };
    return `${line}:${column} ${code} ${/"(.*?)"/.exec(message)?.[1] ?? ''}`.trim();
  });
}

describe('Words that no page would show', () => {
  test.each([
    ['are cells beyond the columns', '| a | b |\n|---|---|\n| 1 | 2 | 3 |', ['3:9 cells-lost 3']],
    ['are what follows a bar in code', '| a | b |\n|---|---|\n| A | `x | y` |', ['3:10 cells-lost y`']],
    ['are what follows a bar in a name', 'a | b\n-|-\nA | B | C', ['3:7 cells-lost C']],
    [
      'are text like the address of a link',
      '[Update]: Closed.\n\nThe pier is open.',
      ['1:1 text-lost [Update]: Closed.'],
    ],
    ['are a word with a title', '[Note]: see "the log"', ['1:1 text-lost [Note]: see']],
    ['follow a comment that a dash ends', 'One <!-- a –> two <!-- b --> three.', ['1:5 text-lost']],
    ['follow a comment that a dash ends in another paragraph', '<!-- a —>\n\nTwo.\n\n<!-- b -->', ['1:1 text-lost']],
    ['follow a comment that never ends', '<!-- a\n\nTwo. <!-- b -->\n\nThree.', ['1:1 text-lost']],
    ['follow a comment whose end has a space', '<!-- a -- >\n\nTwo.\n\n<!-- b -->', ['1:1 text-lost']],
  ])('%s', (_what, markdown, expected) => {
    expect(found(markdown)).toEqual(expected);
  });

  test.each([
    ['cells that are empty', '| a | b |\n|---|---|\n| 1 | 2 | |\n| 1 |'],
    ['a bar that is escaped', '| a | b |\n|---|---|\n| A | `x \\| y` |'],
    ['an address that a link names', 'The [log][log].\n\n[log]: records'],
    ['an address that no link names', '[log]: https://log.example\n[b]: /about/\n[c]: #top\n[d]: notes.md'],
    ['a comment in the form of an address', '[//]: # (for editors)\n[comment]: <> (for editors)'],
    ['an arrow in a comment', 'One <!-- a —> b --> two.\n\n<!-- a -- > b -->\n\n<!--\na —> b\n-->'],
    ['one comment after another', '<!-- a --> <!-- b -->\n\nOne <!-- c --> two <!-- d -->.'],
    ['a comment with a comment begun in its line', 'One <!-- a <!-- b --> two.'],
    ['words in brackets before a colon', '[Smith]: “I was there”, he said.\n\n\\[Update]: Closed.'],
  ])('are not %s', (_what, markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});
