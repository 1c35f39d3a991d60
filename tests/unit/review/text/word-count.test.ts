import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '@/lib/model/reading-time.ts';
import { isWithin, wordsBeyond } from '@/lib/review/text/word-count.ts';
import { runs } from '../../../support/runs.ts';

describe('A text', () => {
  test.each([
    ['of few letters is within a limit, whatever they are', 45, '一'.repeat(179), true],
    ['of a word too many is counted', 3, 'winds rise, piers fall', false],
    ['of as many words as may be is within it', 4, 'winds rise, piers fall', true],
    ['that cannot be told from its spaces is counted', 45, '一'.repeat(180), false],
  ])('%s', (_what, most, text, expected) => {
    expect(isWithin(most, text)).toBe(expected);
  });

  test('that is within a limit never has more words', () => {
    const piece = fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom('a', 'storm', ' ', ', ', '’', '-', '.', '3', '3.14', '_', '\n', 'é', 'ß'),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.integer({ min: 1, max: 20 }), (pieces, most) => {
        const text = pieces.join('');
        const count = countWords(text, 'en');
        // Texts with unusually short words count as short: the limit of letters is based on real languages.
        if (text.length >= most * 4 && isWithin(most, text)) expect(count).toBeLessThanOrEqual(most);
        if (text.length >= most * 4) expect(wordsBeyond(most, text, 'en')).toBe(count > most ? count : undefined);
      }),
      { numRuns: runs(300) },
    );
  });
});
