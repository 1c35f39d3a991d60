import { describe, expect, test } from 'vitest';
import { english } from '@/lib/languages/english.ts';
import { findWords, knownLanguages, wordsFor } from '@/lib/languages/languages.ts';

describe.each(knownLanguages)('The language %s', (tag) => {
  test('has every word of the interface, and none is empty', () => {
    const words = textsIn(wordsFor(tag));

    expect(words.map(([path]) => path)).toEqual(textsIn(english).map(([path]) => path));
    expect(words.filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('writes what it is given into its sentences', () => {
    const words = wordsFor(tag);

    expect(words.by('Ada')).toContain('Ada');
    expect(words.permalink('The pier')).toContain('The pier');
    expect(words.articlesOn('Weather')).toContain('Weather');
    expect(words.articlesBy('Ada')).toContain('Ada');
    expect(words.pageOf('Weather', 3)).toMatch(/Weather.*3/);
    expect(words.readingTime(7)).toContain('7');
    expect(words.backToMention(3, 8)).toMatch(/3.*8|8.*3/);
  });
});

describe('The words of a language', () => {
  test.each([
    ['en', 'ltr'],
    ['en-GB', 'ltr'],
    ['EN-us', 'ltr'],
    ['ar', 'rtl'],
    ['ar-IQ', 'rtl'],
    ['ar-Latn', 'rtl'],
  ])('are found by the first part of its tag: %s', (tag, dir) => {
    expect(wordsFor(tag).dir).toBe(dir);
  });

  test('are none where the interface does not speak it', () => {
    expect(findWords('fr')).toBeUndefined();
    expect(() => wordsFor('fr')).toThrow(new RangeError('The interface has no words for "fr".'));
  });
});

describe('The reading time in Arabic', () => {
  test.each([
    [1, 'دقيقة قراءة واحدة'],
    [2, 'دقيقتا قراءة'],
    [3, '3 دقائق قراءة'],
    [10, '10 دقائق قراءة'],
    [11, '11 دقيقة قراءة'],
    [100, '100 دقيقة قراءة'],
    [103, '103 دقائق قراءة'],
  ])('of %i minutes has the right form of the noun', (minutes, expected) => {
    expect(wordsFor('ar').readingTime(minutes)).toBe(expected);
  });
});

/** Every text of a table of words with its path, sorted; functions are called for theirs. */
function textsIn(words: object, path = ''): [string, string][] {
  return Object.entries(words)
    .flatMap(([key, value]: [string, unknown]): [string, string][] => {
      const own = `${path}${key}`;
      if (typeof value === 'string') return [[own, value]];
      if (typeof value === 'function') return [[own, String(value(1, 1))]];
      return typeof value === 'object' && value !== null ? textsIn(value, `${own}.`) : [];
    })
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
