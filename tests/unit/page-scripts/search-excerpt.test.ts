import { describe, expect, it } from 'vitest';
import { piecesOf } from '@/lib/page-scripts/search/excerpt.ts';

/** The pieces of an excerpt in a line, with matches in brackets. */
const shown = (excerpt: string, title = '') =>
  piecesOf(excerpt, title)
    .map(({ text, isFound }) => (isFound ? `[${text}]` : text))
    .join('');

describe('An excerpt', () => {
  it.each([
    ['without a word that was found', 'Nothing here.', 'Nothing here.'],
    [
      'with words that were found',
      'The <mark>border</mark> is a <mark>line</mark> here',
      'The [border] is a [line] here',
    ],
    [
      'with a sign at a word',
      'its <mark>border.</mark> And <mark>“danger”,</mark> too',
      'its [border]. And “[danger]”, too',
    ],
    ['with an accent at the end', '<mark>cafe\u0301</mark>', '[cafe\u0301]'],
    ['with signs of HTML in the text', 'a &lt;b&gt; &amp; <mark>&lt;script&gt;</mark>', 'a <b> &amp; <[script]>'],
    ['in Arabic', 'على <mark>الحدود،</mark> اليوم', 'على [الحدود]، اليوم'],
    ['of a word that is no letter', '<mark>&lt;&gt;</mark>', '<>'],
    ['that is empty', '', ''],
  ])('is taken apart: %s', (_what, excerpt, expected) => {
    expect(shown(excerpt)).toBe(expected);
  });

  it.each([
    ['at its beginning', 'Border security. The <mark>line</mark>.', 'The [line].'],
    ['where a word of it was found', '<mark>Border</mark> security. The <mark>line</mark>.', 'The [line].'],
    ['where nothing follows', 'Border <mark>security.</mark>', ''],
  ])('leaves out the title of its section %s', (_where, excerpt, expected) => {
    expect(shown(excerpt, 'Border security')).toBe(expected);
  });

  it('leaves in what only begins further on', () => {
    expect(shown('… of Border security.', 'Border security')).toBe('… of Border security.');
  });
});
