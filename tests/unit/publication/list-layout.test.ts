import { describe, expect, test } from 'vitest';
import { listLayout, type Place } from '@/lib/publication/list-layout.ts';

/** Whether each of the articles of a list has a picture: none, all, only the first, every second one, and so on. */
const patterns: Record<string, (index: number) => boolean> = {
  'no pictures': () => false,
  'a picture each': () => true,
  'a picture of the first alone': (index) => index === 0,
  'pictures of all but the first': (index) => index > 0,
  'a picture of every second': (index) => index % 2 === 0,
  'a picture of every third': (index) => index % 3 === 0,
};

/** The columns that are taken in each row: six of six in a row without a hole. */
function rowsOf(places: readonly Place[]): number[] {
  const rows: number[] = [];
  for (const { span, rows: high, size } of places) {
    const at = rows.findIndex((taken) => taken + span <= 6);
    const first = at < 0 ? rows.length : at;
    for (let row = first; row < first + (size === 'lead' ? high : 1); row++) rows[row] = (rows[row] ?? 0) + span;
  }
  return rows;
}

describe('The layout of a list', () => {
  const counts = Array.from({ length: 40 }, (_, index) => index + 1);
  const cases = Object.keys(patterns).flatMap((name) => [true, false].map((withLead) => ({ name, withLead })));

  test.each(cases)('fills every row, however many articles there are: $name, with a lead: $withLead', (given) => {
    const { name, withLead } = given;
    for (const count of counts) {
      const pictured = Array.from({ length: count }, (_, index) => patterns[name]?.(index) ?? false);
      const places = listLayout(pictured, withLead);
      expect(places).toHaveLength(count);
      expect(rowsOf(places), `${count} articles`).toEqual(rowsOf(places).map(() => 6));
    }
  });

  test.each(cases)('fills every row of a window of middling width too: $name, with a lead: $withLead', (given) => {
    const { name, withLead } = given;
    for (const count of counts) {
      const places = listLayout(
        Array.from({ length: count }, (_, index) => patterns[name]?.(index) ?? false),
        withLead,
      );
      const spans = places.map(({ size, span, isAlone }) => (isAlone ? 6 : size === 'second' && span === 2 ? 2 : 3));
      const rows: number[] = [];
      for (const span of spans) {
        const taken = rows.at(-1) ?? 6;
        if (taken + span > 6) rows.push(span);
        else rows[rows.length - 1] = taken + span;
      }
      expect(rows, `${count} articles`).toEqual(rows.map(() => 6));
    }
  });

  const sizes = (pictured: readonly boolean[], withLead = true) =>
    listLayout(pictured, withLead).map(({ size, span, rows }) => `${size} ${span}${rows > 1 ? `x${rows}` : ''}`);

  test('is one wide lead where there is one article', () => {
    expect(sizes([true])).toEqual(['lead 6']);
    expect(sizes([false])).toEqual(['lead 6']);
  });

  test('has two alike where both of two have a picture', () => {
    expect(sizes([true, true])).toEqual(['second 3', 'second 3']);
  });

  test('has the second beside a lead without a picture', () => {
    expect(sizes([false, false])).toEqual(['lead 4', 'small 2']);
  });

  test('has four beside a lead with its picture, and two beside one without', () => {
    expect(sizes([true, false, false, false, false, false, false]).slice(0, 5)).toEqual([
      'lead 4x4',
      ...Array(4).fill('small 2'),
    ]);
    expect(sizes([false, true, true, true, true]).slice(0, 3)).toEqual(['lead 4x2', 'small 2', 'small 2']);
  });

  test('has pictures above the text in the first row after the lead alone, and only where all of it have one', () => {
    const all = sizes(Array(20).fill(true));
    expect(all.slice(5, 8)).toEqual(Array(3).fill('second 2'));
    expect(all.slice(8)).toEqual(Array(12).fill('small 2'));
    const mixed = sizes([true, true, true, true, true, true, false, true]);
    expect(mixed.slice(5)).toEqual(Array(3).fill('small 2'));
  });

  test('has small teasers alone where nothing leads, the wider ones first', () => {
    expect(sizes(Array(5).fill(true), false)).toEqual([...Array(2).fill('small 3'), ...Array(3).fill('small 2')]);
  });

  test('has no article alone in its row where there are four more', () => {
    expect(sizes(Array(4).fill(false), false)).toEqual(Array(4).fill('small 3'));
  });
});
