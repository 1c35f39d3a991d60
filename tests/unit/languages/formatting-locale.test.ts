import { describe, expect, test } from 'vitest';
import { wordsFor } from '@/lib/languages/languages.ts';
import { scaleBars } from '@/lib/map/labels/scale-bar.ts';
import { dateStyleOf, showDay } from '@/lib/model/dates.ts';
import { digitsOf, formattingLocale } from '@/lib/model/formatting-locale.ts';

const instant = Date.UTC(2026, 0, 19, 20, 30);

describe('The digits of a publication', () => {
  test.each([
    ['ar', undefined, 'latn'],
    ['ar', 'arab', 'arab'],
    ['ar-IQ', undefined, 'arab'],
    ['ar-IQ', 'latn', 'latn'],
    ['ar-IQ-u-nu-latn', undefined, 'latn'],
    ['ar-IQ-u-nu-latn', 'arab', 'arab'],
    ['ar-AE', undefined, 'latn'],
    ['en-GB', undefined, 'latn'],
  ] as const)('in %s with the choice %s are %s, in dates, counts and distances alike', (lang, digits, expected) => {
    const locale = formattingLocale({ lang, digits });
    const words = wordsFor(locale);
    const texts = [
      showDay(instant, dateStyleOf({ lang, digits, timeZone: 'Asia/Baghdad' })).text,
      words.readingTime(12),
      words.version(3),
      words.noteMark(45),
      words.wordsChanged(67, 89),
      words.pageOf('', 2026),
      words.number(2026),
      ...scaleBars(800, locale).map(({ text }) => text),
    ];
    expect(digitsOf(locale)).toBe(expected);
    const own = expected === 'arab' ? /[٠-٩]/ : /[0-9]/;
    const other = expected === 'arab' ? /[0-9]/ : /[٠-٩]/;
    expect(texts.filter((text) => !own.test(text) || other.test(text))).toEqual([]);
  });

  test('leave the language and its months as they are', () => {
    const shown = (lang: string, digits: 'latn' | 'arab' | undefined) =>
      showDay(instant, dateStyleOf({ lang, digits, timeZone: 'Asia/Baghdad' })).text;
    expect(shown('ar-IQ', 'latn')).toBe('19 كانون الثاني 2026');
    expect(shown('ar-IQ', undefined)).toBe('١٩ كانون الثاني ٢٠٢٦');
  });
});
