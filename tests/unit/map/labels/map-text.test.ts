import { describe, expect, test } from 'vitest';
import { textWidth, waysToWrite } from '@/lib/map/labels/map-text.ts';

describe('The width of a text', () => {
  // Measured in bold Noto Sans of 100 px: text must not be wider than its reserved place.
  test.each([
    ['Ain al-Asad Air Base', 990],
    ['Damascus', 509],
    ['Wwww', 355],
    ['iiii', 120],
    ['0123', 228],
    // In DejaVu Sans, whose Arabic is wider.
    ['قاعدة عين الأسد الجوية', 1161],
    ['بغداد', 237],
  ])('%s is not less than it is in the fonts of readers, and not much more', (text, measured) => {
    expect(textWidth(text, 100)).toBeGreaterThanOrEqual(measured);
    expect(textWidth(text, 100)).toBeLessThan(measured * 1.25);
  });

  test('does not count marks that stand above or below letters', () => {
    expect(textWidth('é'.normalize('NFD'), 100)).toBe(textWidth('e', 100));
  });

  test('is that of the font size', () => {
    expect(textWidth('Raqqa', 13)).toBeCloseTo(textWidth('Raqqa', 1) * 13);
  });
});

describe('A name is written', () => {
  test('in one line, or in two that are as equal as they can be', () => {
    expect(waysToWrite('Ain al-Asad Air Base')).toEqual([['Ain al-Asad Air Base'], ['Ain al-Asad', 'Air Base']]);
  });

  test('in one line where it is one word', () => {
    expect(waysToWrite('Al-Shaddadi')).toEqual([['Al-Shaddadi']]);
  });
});
