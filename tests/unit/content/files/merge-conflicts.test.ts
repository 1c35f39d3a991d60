import { describe, expect, test } from 'vitest';
import { conflictsIn } from '@/lib/content/files/merge-conflicts.ts';

const linesOf = (text: string) => conflictsIn(text.split('\n')).map(({ line }) => line);

describe('A merge conflict', () => {
  test.each([
    ['is told once, where it begins', 'a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main', [2]],
    ['may show what both versions came from', '<<<<<<< a\n||||||| b\n=======\n>>>>>>> c', [1]],
    ['may be one of several', '<<<<<<< a\n=======\n>>>>>>> b\n\n<<<<<<< a\n=======\n>>>>>>> b', [1, 5]],
    ['may have lost its end', '<<<<<<< a\nb\n<<<<<<< c', [1, 3]],
    ['may have lost its begin', '=======\nb\n>>>>>>> c', [1, 3]],
    ['is not a heading that is underlined', 'The pier\n=======', []],
    ['is not seven signs with another behind them', '<<<<<<<< HEAD\n>>>>>>>>', []],
    ['is not in the middle of a line', 'git writes <<<<<<< HEAD', []],
  ])('%s', (_what, text, expected) => {
    expect(linesOf(text)).toEqual(expected);
  });

  test('is not what stands in code', () => {
    expect(conflictsIn(['<<<<<<< HEAD', '>>>>>>> main'], (line) => line < 3)).toEqual([]);
  });
});
