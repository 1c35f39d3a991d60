import { describe, expect, test } from 'vitest';
import { questionsFor } from '@/lib/page-scripts/search/arabic-forms.ts';

describe('A question in Arabic is asked', () => {
  test.each([
    ['العبارات', ['والعبارات', 'للعبارات', 'بالعبارات', 'لعبارات']],
    ['عبارات', ['والعبارات', 'فالعبارات', 'كالعبارات', 'لعبارات']],
    ['والعبارات', ['العبارات', 'للعبارات']],
    ['للعبارات', ['العبارات', 'والعبارات']],
    ['العبّارات', ['والعبارات']],
    ['بغداد', ['لبغداد', 'كبغداد']],
  ])('with the words that may be attached: %s', (words, expected) => {
    const [first, ...others] = questionsFor(words, 'ar');
    expect(first).toBe(words);
    expect(others).toEqual(expect.arrayContaining(expected));
  });

  test('one word after the other', () => {
    expect(questionsFor('العراق اليوم', 'ar-IQ')).toEqual(expect.arrayContaining(['والعراق اليوم', 'العراق واليوم']));
  });

  test.each([
    ['a phrase', '"العراق"', 'ar'],
    ['letters of another script', 'Iraq 2026', 'ar'],
    ['a word of two letters', 'من', 'ar'],
    ['another language', 'العراق', 'en-GB'],
    ['nothing', '', 'ar'],
  ])('as it is: %s', (_what, words, lang) => {
    const [first, ...others] = questionsFor(words, lang);
    expect(first).toBe(words);
    expect(others).toEqual([]);
  });
});
