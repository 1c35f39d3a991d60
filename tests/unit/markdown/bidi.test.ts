import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpairedMarks } from '@/lib/markdown/bidi.ts';
import { runs } from '../../support/runs.ts';

function found(text: string): string[] {
  return unpairedMarks(text).map(
    ({ index, name, opens }) => `${index} ${name.slice(0, 6)} ${opens ? 'opens' : 'closes'}`,
  );
}

describe('Marks of direction', () => {
  test.each([
    ['an embedding and its end', 'a\u202bb\u202cc', []],
    ['one isolate in another', '\u2066a\u2067b\u2069c\u2069', []],
    ['an override in an isolate', '\u2068\u202ea\u202c\u2069', []],
    ['marks that open nothing', '\u200ea\u200f\u061cb\u200c\u200d', []],
    ['an override alone', 'a\u202eb', ['1 U+202E opens']],
    ['an end alone', 'a\u202cb', ['1 U+202C closes']],
    ['the wrong end', '\u2066a\u202c', ['0 U+2066 opens', '2 U+202C closes']],
    ['an embedding that the end of an isolate cuts off', '\u2067\u202ba\u2069', ['1 U+202B opens']],
    ['one end for two', '\u202a\u202aa\u202c', ['0 U+202A opens']],
  ])('are told of rightly in %s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test('have no fault however deeply pairs stand in each other', () => {
    const { pairs } = fc.letrec<{ pairs: string }>((tie) => ({
      pairs: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom('', 'a', '\u200f'),
        tie('pairs').map((inner) => `\u202e${inner}\u202c`),
        tie('pairs').map((inner) => `\u2068${inner}\u2069`),
        fc.tuple(tie('pairs'), tie('pairs')).map(([one, other]) => one + other),
      ),
    }));

    fc.assert(
      fc.property(pairs, (text) => found(text).length === 0),
      { numRuns: runs(25) },
    );
  });
});
