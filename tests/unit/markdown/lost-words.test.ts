import { describe, expect, test } from 'vitest';
import { lostWords } from '@/lib/markdown/lost-words.ts';
import { aRenderer } from '../../support/a-renderer.ts';

function found(markdown: string): string[] {
  return lostWords(aRenderer().parse(markdown), markdown).map(({ node, code, message }) => {
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
    [
      'are in the line that begins code',
      '``` The wind fell at dawn,\nand the pier stands.\n```',
      ['1:1 text-lost The wind fell at dawn,'],
    ],
    ['are in a line between signs of code', '~~~ The pier stands. ~~~\na\n~~~', ['1:1 text-lost The pier stands. ~~~']],
    ['are in the line of its end', '- ``` He said: go home\n  a\n  ```', ['1:3 text-lost He said: go home']],
    ['are a sign at the end of a heading', '### What is new in C #', ['1:1 text-lost #']],
    [
      'are years that a list counts on',
      '1986. A pier.\n1988. A ferry.\n2001. A bridge.',
      ['2:1 text-lost 1988', '3:1 text-lost 2001'],
    ],
    ['are signs of arithmetic that became emphasis', 'It is 5*3*2 then.', ['1:8 emphasis-by-chance *3*']],
    ['are stars that became emphasis', 'He said f**k and s**t then.', ['1:10 emphasis-by-chance **k and s**']],
    [
      'are in a link that no text has',
      '[The log]: https://log.example\n[b]: /about/',
      ['1:1 link-empty [The log]: https://log.example'],
    ],
    [
      'are in one that no text has any more',
      'See [b].\n\n[b]: https://b.example\n[c]: #top',
      ['4:1 link-empty [c]: #top'],
    ],
    ['follow a comment whose end has a space', '<!-- a -- >\n\nTwo.\n\n<!-- b -->', ['1:1 text-lost']],
  ])('%s', (_what, markdown, expected) => {
    expect(found(markdown)).toEqual(expected);
  });

  test.each([
    ['cells that are empty', '| a | b |\n|---|---|\n| 1 | 2 | |\n| 1 |'],
    ['a bar that is escaped', '| a | b |\n|---|---|\n| A | `x \\| y` |'],
    ['an address that a link names', 'The [log][log].\n\n[log]: records'],
    ['a comment in the form of an address', '[//]: # (for editors)\n[comment]: <> (for editors)'],
    ['an arrow in a comment', 'One <!-- a —> b --> two.\n\n<!-- a -- > b -->\n\n<!--\na —> b\n-->'],
    [
      'a language of code and what it is told',
      '```js title="The name of a file" {1,3} ins={2}\n```\n\n``` rust,ignore edition2021\n```\n\n```\na\n```\n\n    The pier\n\n```plain text\n```',
    ],
    ['signs on both sides of a heading', '### New ###\n\n## New ##\n\n# New #\n\n### C#\n\n### C \\#\n\nNew #\n==='],
    ['numbers in their order', '1986. A pier.\n1987. A ferry.\n\nOne.\n\n7. a\n7. b\n\nTwo.\n\n100. a\n102. b'],
    ['small numbers, which a check of texts reports', '1. a\n3. b'],
    ['emphasis inside of a word', 'It is un*believ*able, and H*2*O.'],
    ['one comment after another', '<!-- a --> <!-- b -->\n\nOne <!-- c --> two <!-- d -->.'],
    ['a comment with a comment begun in its line', 'One <!-- a <!-- b --> two.'],
    ['words in brackets before a colon', '[Smith]: “I was there”, he said.\n\n\\[Update]: Closed.'],
  ])('are not %s', (_what, markdown) => {
    expect(found(markdown)).toEqual([]);
  });
});
