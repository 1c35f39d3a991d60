import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonInScript } from '@/lib/formats/json-in-script.ts';
import { anyText } from '../../support/any-text.ts';
import { runs } from '../../support/runs.ts';

describe('JSON in a script element', () => {
  test.each([
    ['the end of a script', '</script><script>alert(1)</script>'],
    ['the end of a script in capitals', '</SCRIPT >'],
    ['a comment', '<!-- <script>'],
    ['the end of character data', ']]>'],
    ['line separators', 'a\u2028b\u2029c'],
    ['an ampersand and quotation marks', `& "a" 'b' &amp;`],
    ['half of a pair', 'a\ud800b'],
  ])('says what it was given, and cannot end the script: %s', (_what, headline) => {
    const json = jsonInScript({ headline });
    expect(json).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ headline });
  });

  test('says what it was given, whatever that is', () => {
    fc.assert(
      fc.property(anyText, (headline) => {
        expect(JSON.parse(jsonInScript({ headline }))).toEqual({ headline });
      }),
      { numRuns: runs(25) },
    );
  });
});
