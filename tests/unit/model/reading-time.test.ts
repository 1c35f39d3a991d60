import { describe, expect, test } from 'vitest';
import { countWords, readingMinutes } from '@/lib/model/reading-time.ts';

describe('Words', () => {
  test.each([
    ['of English', 'en', 'The wind – at last – fell: 3.5 knots.', 7],
    ['with an apostrophe, which are one', 'en', "Iraq's border isn't open", 4],
    ['with a hyphen, which are two', 'en', 'US-led', 2],
    ['of Arabic', 'ar', 'هدأت الريح عند الفجر.', 4],
    ['of Japanese, which has no spaces', 'ja', '私は学生です。', 4],
    ['where there are none', 'en', ' … — !', 0],
    ['of nothing', 'en', '', 0],
  ])('%s', (_what, language, text, expected) => {
    expect(countWords(text, language)).toBe(expected);
  });
});

describe('The reading time', () => {
  test.each([
    [0, 1],
    [238, 1],
    [356, 1],
    [357, 2],
    [476, 2],
    [2380, 10],
  ])('of %i words is %i minutes', (words, minutes) => {
    expect(readingMinutes(words)).toBe(minutes);
  });
});
