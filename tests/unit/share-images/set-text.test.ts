import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthOf } from '@/lib/share-images/set-line.ts';
import { leading, setText } from '@/lib/share-images/set-text.ts';
import { runs } from '../../support/runs.ts';

const room = { width: 429, height: 450 };
const sizes = [60, 48, 36, 30, 24];
const style = { weight: 700, dir: 'ltr' } as const;

const set = (text: string) => setText(text, room, sizes, style);

describe('A headline', () => {
  test('has the largest size where it is short', () => {
    expect(set('Quiet on the border')).toMatchObject({ size: 60, lines: [{}, {}] });
  });

  test('becomes smaller where it is long', () => {
    const { lines, size } = set('Iraq calls its Syrian border secure but warns of danger beyond it, and '.repeat(2));
    expect(size).toBeLessThan(60);
    expect(lines.length * size * leading).toBeLessThanOrEqual(room.height);
  });

  test('becomes smaller before a word is broken', () => {
    const word = 'Verantwortungsvoll';
    expect(widthOf(word, style) * 60).toBeGreaterThan(room.width);
    expect(set(word).lines).toHaveLength(1);
  });

  test('is broken within a word that is too long for any size worth reading', () => {
    const { lines, size } = set('Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft');
    expect(size).toBeGreaterThanOrEqual(36);
    expect(lines.length).toBeGreaterThan(2);
  });

  test('of 300 letters fits', () => {
    const { lines, size } = set('Word after word '.repeat(19).slice(0, 300));
    expect(size).toBeGreaterThan(24);
    expect(lines.length * size * leading).toBeLessThanOrEqual(room.height);
  });

  test('is cut off, and says so, where nothing makes it fit', () => {
    const endless = set('Word after word '.repeat(100));
    const ended = set(`${'Word after word '.repeat(100)} end`);
    expect(endless.size).toBe(24);
    expect(endless.lines).toEqual(ended.lines);
    expect(endless.lines.length * endless.size * leading).toBeLessThanOrEqual(room.height);
  });

  test('without a word has no line', () => {
    expect(set(' ').lines).toEqual([]);
  });

  test('stays within its room, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'word', 'سوريا', 'W'.repeat(30), '(2026)', '🙂'), { maxLength: 60 }),
        (words) => {
          const { lines, size } = set(words.join(' '));
          expect(Math.max(0, ...lines.map(({ width }) => width))).toBeLessThanOrEqual(room.width + 1);
          expect(lines.length * size * leading).toBeLessThanOrEqual(room.height);
        },
      ),
      { numRuns: runs(10) },
    );
  });
});
