import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '@/lib/model/reading-time.ts';
import { runs } from '../../support/runs.ts';
import { warningsIn, words } from '../../support/warnings.ts';

describe('A paragraph', () => {
  test.each([
    ['may have 120 words', words(120), []],
    ['may not have 121', words(121), ['1:1 paragraph-long']],
    ['counts by itself, in a list too', `${words(100)}\n\n- ${words(121)}`, ['3:3 paragraph-long']],
    ['does not count its code', `${words(100)} \`${words(100)}\``, []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

describe('A lead', () => {
  const paragraphs = (count: number) => Array.from({ length: count / 100 }, () => words(100)).join('\n\n');

  test.each([
    ['may have 600 words', paragraphs(600), []],
    ['may not have 601', `${paragraphs(600)}\n\nOne.`, ['1:1 section-long']],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

describe('A sentence', () => {
  const sentence = (count: number) => `${words(count).replaceAll('.', '').toLowerCase()}.`;

  test.each([
    ['may have 45 words', sentence(45), []],
    ['may not have 46', sentence(46), ['1:1 sentence-long']],
    ['may go on in the next line', sentence(46).replace('word20', '\nword20'), ['1:1 sentence-long']],
    ['is told of where it begins', `One. Two.\nThree. S${sentence(46)}`, ['2:8 sentence-long']],
    [
      'does not end within a name',
      `Gov${' old pier'.repeat(15)} gov.UK${' old pier'.repeat(15)}.`,
      ['1:1 sentence-long'],
    ],
    ['ends at a question mark', `S${sentence(30).replace('.', '?')} S${sentence(30)}`, []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });

  test('ends where Unicode says so, however quickly most are passed over', async () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const piece = fc.constantFrom(
      words(30).slice(0, -1),
      words(12),
      'Mr',
      '.',
      '. ',
      '? ',
      '.” ',
      '.) ',
      ' ”',
      'It',
      'it ',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 12 }), async (pieces) => {
        const text = `The ${pieces.join(' ')}`.replace(/ {2,}/g, ' ').trim();
        const long = [...segmenter.segment(text)].filter(({ segment }) => countWords(segment, 'en') > 45);

        const found = (await warningsIn(text)).filter((warning) => warning.endsWith('sentence-long'));

        expect(found).toHaveLength(long.length);
      }),
      { numRuns: runs(25) },
    );
  });
});
