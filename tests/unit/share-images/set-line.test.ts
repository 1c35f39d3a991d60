import { describe, expect, test } from 'vitest';
import { faceFor } from '@/lib/share-images/faces.ts';
import { canSet, setLine, widthOf } from '@/lib/share-images/set-line.ts';

const style = { size: 10, weight: 700, dir: 'ltr' } as const;

/** The places that each command of a relative path leads to, from where the path of a glyph begins. */
function absolute(path: string): number[][] {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  return [...path.matchAll(/([mlqcz])([\d. -]*)/g)].map(([, command, numbers = '']) => {
    const steps = numbers.trim() === '' ? [] : numbers.trim().split(' ').map(Number);
    const places = steps.map((step, at) => step + (at % 2 ? y : x));
    if (command === 'z') [x, y] = [startX, startY];
    else [x = 0, y = 0] = places.slice(-2);
    if (command === 'm') [startX, startY] = [x, y];
    return places;
  });
}

describe('A line', () => {
  test('is as wide as its letters are', () => {
    const { width } = setLine('Border', style);
    expect(width).toBeCloseTo(widthOf('Border', style) * 10, 5);
    expect(setLine('Border', { ...style, size: 20 }).width).toBeCloseTo(width * 2, 5);
    expect(setLine('Border', { ...style, tracking: 2 }).width).toBeCloseTo(width + 12, 5);
  });

  test.each([...'agB&é', 'ع'])('has the outline of each glyph where its typeface has it: %s', (letter) => {
    const size = 31;
    const [glyph] = faceFor(letter, 700)?.layout(letter).glyphs ?? [];
    const scale = size / (faceFor(letter, 700)?.unitsPerEm ?? 1);
    const meant = glyph?.path.commands.map(({ args }) => args.map((arg, at) => (at % 2 ? -arg : arg) * scale)) ?? [];
    const drawn = absolute(setLine(letter, { ...style, size }).path);
    expect(meant.length).toBeGreaterThan(5);
    expect(drawn.map((places) => places.length)).toEqual(meant.map((places) => places.length));
    const distances = meant.flatMap((places, at) =>
      places.map((place, of) => Math.abs(place - (drawn[at]?.[of] ?? 99))),
    );
    expect(Math.max(...distances)).toBeLessThan(0.051);
  });

  test('joins Arabic letters: a word is narrower than its letters one by one, and an article before alif is one sign', () => {
    const apart = [...'سوريا'].reduce((sum, letter) => sum + widthOf(letter, style), 0);
    expect(widthOf('سوريا', style)).toBeLessThan(apart * 0.9);
    expect(widthOf('لا', style)).toBeLessThan(widthOf('ل', style) + widthOf('ا', style));
  });

  test.each([
    ['rtl', 'عراق ab', true],
    ['ltr', 'عراق ab', false],
    ['rtl', 'ab عراق', false],
    ['ltr', 'ab عراق', true],
  ] as const)('of a page that is read %s has its words in that order: %s', (dir, text, isLatinLeft) => {
    const latin = setLine('ab', style).path;
    expect(setLine(text, { ...style, dir }).path.startsWith(latin)).toBe(isLatinLeft);
  });

  test('turns brackets around that are read from the right', () => {
    const open = setLine('(', style).path;
    expect(setLine('(', { ...style, dir: 'rtl' }).path).not.toBe(open);
    expect(setLine('(', { ...style, dir: 'rtl' }).path).toBe(setLine(')', style).path);
  });

  test('leaves out what no typeface has', () => {
    expect(setLine('a🙂b', style)).toEqual(setLine('ab', style));
    expect(setLine('🙂', style)).toEqual({ path: '', width: 0 });
  });

  test('holds nothing but numbers and the letters of path data, whatever it says', () => {
    expect(setLine('</script> & "quotes" ]]> العراق <!--', style).path).toMatch(/^[Mmlqcz\d. -]+$/);
  });
});

describe('A text', () => {
  test.each([
    ['in English', 'Iraq calls its border “secure”: 25 %'],
    ['with accents', 'Türkiye, Łódź, Việt Nam'],
    ['in Greek', 'Ελλάδα'],
    ['in Russian', 'Россия'],
    ['in Arabic, vowels and numbers with it', 'مُحَمَّد ٢٠٢٦'],
    ['in Persian', 'گزارش پژوهش'],
    ['with a picture, which may be left out', 'Border 🙂'],
  ])('can be set %s', (_what, text) => {
    expect(canSet(text, 700)).toBe(true);
  });

  test.each(['中国', 'ประเทศไทย', 'Border 中'])('cannot be set whose letters no typeface has: %s', (text) => {
    expect(canSet(text, 700)).toBe(false);
  });
});
