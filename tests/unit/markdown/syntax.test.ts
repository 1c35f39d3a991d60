import fc from 'fast-check';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import { parseMarkdown } from '@/lib/markdown/parse-markdown.ts';
import { syntaxOf } from '@/lib/markdown/syntax.ts';
import { runs } from '../../support/runs.ts';

const withAllPieces = remark().data(syntaxOf('^ ~ | [ ] :a')).freeze();

describe('The syntax of a text', () => {
  test('has the pieces whose signs stand in it, and for the same pieces is the same', () => {
    expect(syntaxOf('The wind fell.').micromarkExtensions).toEqual([]);
    expect(syntaxOf('The wind fell.[^log]').micromarkExtensions).toHaveLength(1);
    expect(syntaxOf('^ ~ | [ ] :a').micromarkExtensions).toHaveLength(5);
    expect(syntaxOf('a^')).toBe(syntaxOf('^b'));
  });

  test.each([
    ['a table without a bar', 'a\n:-:\nb'],
    ['a table in a quotation', '> | a |\n> | - |\n> | b |'],
    ['a table with columns to the right', 'a | b\n-: | -:\n1 | 2'],
    ['a note', 'a[^1]\n\n[^1]: b'],
    ['a note behind an exclamation mark', 'a![^1]\n\n[^1]: b'],
    ['words struck out beside emphasis', '*~~a~~*~ b'],
    ['a task whose box holds a tab', '- [\t] a\n- [X] b'],
    ['a directive', 'a :plain[b] c'],
    ['a time, which looks like a directive', 'at 10:30[b]'],
    ['a directive named in another script', 'a :هدوء[b] :\u{1f600}[c]'],
  ])('reads %s', (_what, markdown) => {
    expect(parseMarkdown(markdown)).toEqual(withAllPieces.parse(markdown));
  });

  test('reads any text as all pieces would', () => {
    const piece = fc.constantFrom(
      ...['a', 'b', ' ', '\n', '\n\n', '- ', '> ', '1. ', '    ', '\t', '#', '`', '*', '_', '!', '<b>', '&amp;', '\\'],
      ...[
        '^',
        '[^a]',
        '[^a]: ',
        '~',
        '~~',
        '|',
        ':',
        '-',
        ':-',
        '-:',
        '[ ]',
        '[x]',
        '[',
        ']',
        '(',
        ')',
        ':a',
        '{',
        '}',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const markdown = pieces.join('');
        expect(parseMarkdown(markdown)).toEqual(withAllPieces.parse(markdown));
      }),
      { numRuns: runs(200) },
    );
  });
});
