import { describe, expect, test } from 'vitest';
import { measure } from '@/lib/markdown/measure.ts';

describe('The levels of a text', () => {
  test.each([
    ['none', 'The pier held.', 0],
    ['a list', '- a\n- b', 1],
    ['lists by their indentation', '- a\n  - b\n    - c\n- d', 3],
    ['lists in one line', '- - - a', 3],
    ['numbered lists', '1. a\n   1) b', 2],
    ['quotations', '> > a', 2],
    ['quotations without spaces', '>>>> a', 4],
    ['a list in a quotation', '> - a', 2],
    ['a note with a list', '[^a]: b\n    - c', 2],
    ['notes in one line', '[^a]: [^b]: c', 2],
    ['tabs', '-\ta\n\t- b', 2],
    ['a rule, which is no list', '* * * *', 0],
    ['signs that are no marks', '-a >b', 0],
  ])('are counted: %s', (_what, markdown, levels) => {
    expect(measure(markdown).deepest.levels).toBe(levels);
  });

  test('have the line of the deepest', () => {
    expect(measure('a\n\n- b\n  - c\n\nd').deepest).toEqual({ line: 4, levels: 2 });
  });
});

describe('The density of a text', () => {
  test.each([
    ['a paragraph', '*a*', 4 * 2],
    ['two, each by itself', '*a*\n\n*b*', 2 * 4 * 2],
    ['one of two lines', '*a*\n*b*', 8 * 4],
    ['items of a list, each by itself', '- *a*\n- *b*', 2 * 6 * 2],
    ['items with numbers, each by itself', '3. *a*\n4. *b*', 2 * 7 * 2],
    ['a number in a paragraph, which begins no list', 'a*\n4. *b*', 10 * 3],
    ['notes, each by itself', '[^a]: b\n[^c]: d', 2 * 8 * 4],
    ['a quotation with an empty line in it', '> *a*\n>\n> *b*', 2 * 6 * 2],
  ])('is characters times signs of each paragraph: %s', (_what, markdown, density) => {
    expect(measure(markdown).density).toBe(density);
  });

  test('has the line of the heaviest paragraph', () => {
    expect(measure('*a\n\n**bb\n\nc').densest).toMatchObject({ line: 3, characters: 5, signs: 2 });
  });
});

describe('The cells of a text', () => {
  test.each([
    ['a table', '|a|b|\n|-|-|\n|c|d|', 8],
    ['a table whose rows are shorter', '|a|b|\n|-|-|\nc', 8],
    ['bars alone', '|a|b|', 0],
    ['a table that has ended', '|a|\n|-|\n\n|b|', 3],
  ])('are those of all its rows as wide as the table: %s', (_what, markdown, cells) => {
    expect(measure(markdown).cells).toBe(cells);
  });
});

test('Marks are what lines begin with, several in one line among them, and notes', () => {
  expect(measure('# a\n\n> - b\n\n---\n\nc[^d]\n').marks).toBe(1 + 2 + 1 + 1);
});
