import { describe, expect, test } from 'vitest';
import { codeFrame, type FrameStyle } from '@/lib/check/code-frame.ts';

const plain: FrameStyle = { columns: 60, paint: (_part, text) => text };

function frameOf(line: string, column: number, style = plain): string[] {
  return codeFrame(['', '', line], { line: 3, column, code: 'raw-html' }, style);
}

describe('A frame', () => {
  test('shows the line with its number, and a caret under the place', () => {
    expect(frameOf('The <b>wind</b> fell.', 5)).toEqual(['  3 | The <b>wind</b> fell.', '    |     ^']);
  });

  test('keeps its margin straight under a number of several digits', () => {
    const lines = Array.from({ length: 120 }, () => 'Wind.');

    expect(codeFrame(lines, { line: 120, column: 2, code: 'raw-html' }, plain)).toEqual([
      '  120 | Wind.',
      '      |  ^',
    ]);
  });

  test.each([
    ['a tab, which is shown as spaces to the next stop', 'a\tb', 3, ['  3 | a   b', '    |     ^']],
    ['wide letters, each of two columns', '海辺の <b>', 5, ['  3 | 海辺の <b>', '    |        ^']],
    ['a picture of several code points', '👩‍👩‍👧 <b>', 10, ['  3 | 👩‍👩‍👧 <b>', '    |    ^']],
    ['an accent of its own', 'Cafe\u0301 <b>', 7, ['  3 | Cafe\u0301 <b>', '    |      ^']],
    ['a letter, from the middle of it', '👩‍👩‍👧 <b>', 4, ['  3 | 👩‍👩‍👧 <b>', '    | ^']],
    ['an escape, which is not carried out', 'a\x1b[31m<b>', 7, ['  3 | a\ufffd[31m<b>', '    |       ^']],
    ['a direction mark, which is not carried out', 'a\u202eb', 2, ['  3 | a\ufffdb', '    |  ^']],
    ['nothing more, at the end of the line', 'ab', 3, ['  3 | ab', '    |   ^']],
    ['an empty line', '', 1, ['  3 | ', '    | ^']],
  ])('has its caret right behind %s', (_what, line, column, expected) => {
    expect(frameOf(line, column)).toEqual(expected);
  });

  test('names the word in a line that runs from right to left, where no caret can be trusted', () => {
    expect(frameOf('هبت <b>الريح</b> ثم سكنت', 18)).toEqual([
      '  3 | هبت <b>الريح</b> ثم سكنت',
      '    | ^ at \u2068ثم\u2069',
    ]);
    expect(frameOf('هبت الريح', 4)[1]).toBe('    | ^ at the space or end of the line');
  });

  test.each([1, 40, 100, 160, 200])('cuts a long line so that column %i is in sight', (column) => {
    const line = Array.from({ length: 200 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');

    const [text = '', caret = ''] = frameOf(line, column);

    expect(text.length).toBeLessThanOrEqual(60);
    expect(text[caret.indexOf('^')]).toBe(line[column - 1]);
  });

  test('says with dots where a line was cut', () => {
    const line = 'x'.repeat(200);

    expect(frameOf(line, 1)[0]).toMatch(/^ {2}3 \| x+…$/);
    expect(frameOf(line, 100)[0]).toMatch(/^ {2}3 \| …x+…$/);
    expect(frameOf(line, 200)[0]).toMatch(/^ {2}3 \| …x+$/);
  });

  test('is left out where the file has no such line', () => {
    expect(codeFrame(['one'], { line: 2, column: 1, code: 'raw-html' }, plain)).toEqual([]);
  });

  test('may colour margin and caret', () => {
    const style: FrameStyle = { columns: 60, paint: (part, text) => `<${part}>${text}</${part}>` };

    expect(frameOf('ab', 2, style)).toEqual(['<margin>  3 | </margin>ab', '<margin>    | </margin><error> ^</error>']);
  });
});
