import stringWidth from 'string-width';
import { rightToLeft } from '../languages/direction.ts';
import { type Severity, severityOf } from '../model/checks.ts';
import type { Problem } from '../model/problem.ts';

/** How a frame is drawn: how many columns a line has, and how its parts are coloured, if at all. */
export type FrameStyle = { columns: number; paint: (part: Severity | 'margin', text: string) => string };

/** How many columns apart tab stops are. */
const tabStop = 4;

/** Characters that a terminal would act on or not show: control characters, direction marks, byte-order marks. */
const unshown = /[\p{Cc}\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** A letter as a reader sees it, the columns that it takes, and where it ends in the line, in UTF-16 units. */
type Letter = { text: string; width: number; end: number };

const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * The line of a problem with a caret under its place, for a terminal; empty if the file has no such line.
 *
 * A long line is cut around the place. If a line has right-to-left letters, terminals differ in where they show them,
 * so a caret may be wrong: the word at the place is named instead.
 *
 * @param lines The lines of the file.
 */
export function codeFrame(
  lines: readonly string[],
  { line, column, code }: Pick<Problem, 'line' | 'column' | 'code'>,
  { columns, paint }: FrameStyle,
): string[] {
  const source = lines[line - 1];
  if (source === undefined) return [];
  const letters = lettersOf(source);
  const found = letters.findIndex(({ end }) => end >= column);
  const at = found === -1 ? letters.length : found;
  const number = `  ${line} | `;
  const { shown, before } = cut(letters, at, Math.max(columns - number.length, 20));
  const margin = `${' '.repeat(number.length - 2)}| `;
  const marker = rightToLeft.test(shown) ? nameOf(letters, at) : `${' '.repeat(before)}^`;
  return [`${paint('margin', number)}${shown}`, `${paint('margin', margin)}${paint(severityOf(code), marker)}`];
}

function lettersOf(line: string): Letter[] {
  let column = 0;
  return [...segmenter.segment(line)].map(({ segment, index }) => {
    const text = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : segment.replace(unshown, '\ufffd');
    const width = stringWidth(text);
    column += width;
    return { text, width, end: index + segment.length };
  });
}

/** As much of a line as fits around the letter at fault, and how many columns come before that letter. */
function cut(letters: readonly Letter[], at: number, room: number): { shown: string; before: number } {
  let before = widthOf(letters.slice(0, at));
  let width = widthOf(letters);
  if (width <= room) return { shown: textOf(letters), before };
  let start = 0;
  // A third of the width is left for what follows.
  for (; before > (room * 2) / 3; start++) {
    before -= letters[start]?.width ?? 0;
    width -= letters[start]?.width ?? 0;
  }
  let end = letters.length;
  for (; width > room - 2; end--) width -= letters[end - 1]?.width ?? 0;
  const [head, tail] = [start > 0 ? '…' : '', end < letters.length ? '…' : ''];
  return { shown: `${head}${textOf(letters.slice(start, end))}${tail}`, before: head.length + before };
}

/** The word at a place, isolated from the direction of its neighbours. */
function nameOf(letters: readonly Letter[], at: number): string {
  const word = /^\S*/.exec(textOf(letters.slice(at, at + 24)))?.[0] ?? '';
  return word === '' ? '^ at the space or end of the line' : `^ at \u2068${word}\u2069`;
}

function widthOf(letters: readonly Letter[]): number {
  return letters.reduce((sum, { width }) => sum + width, 0);
}

function textOf(letters: readonly Letter[]): string {
  return letters.map(({ text }) => text).join('');
}
