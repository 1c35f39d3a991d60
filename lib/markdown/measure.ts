/**
 * How much work a Markdown text is for a parser. Its time grows with the square of some of these counts, and each level
 * of nesting takes stack, so they are counted before parsing.
 */
export type Measure = {
  characters: number;
  lines: number;
  /** Signs that may mark something inside a line, such as `*` or `[`. */
  signs: number;
  /** Marks at the beginning of lines, such as `>`, `-` or `#`, all of them if a line has several, and notes. */
  marks: number;
  /** The cells of tables. A parser fills each row up to the width of its table. */
  cells: number;
  /** Characters times signs, paragraph by paragraph. */
  density: number;
  /** The line of the heaviest paragraph, from 1, with its characters and signs. */
  densest: { line: number; characters: number; signs: number };
  /** The line of the deepest nesting of quotations, lists and notes, from 1, and how many levels it has. */
  deepest: { line: number; levels: number };
};

/** What begins a quotation, a list item or a note, after leading spaces. */
const container = /([ \t]*)(>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)|\[\^[^\]\s]+\]:)/y;

const thematicBreak = /[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/y;

/** The beginnings of other blocks: headings, code, tables, definitions, HTML. */
const otherMark = /[ \t]*[#=`~|<[:\-*_+]/y;

const delimiterRow = /^[ \t>]*[|:-][ \t|:-]*$/;

const blank = /^[ \t>]*$/;

const bullet = /^ {0,3}[-*+][ \t]+\S|^ {0,3}#|^ {0,3}\[\^[^\]\s]+\]:/;

const ordered = /^ {0,3}\d{1,9}[.)][ \t]/;

/** The most levels that are counted in one line. */
const deep = 100;

/** Measures a Markdown text in one pass, in linear time. */
export function measure(markdown: string): Measure {
  const lines = markdown.split(/\r\n|\r|\n/);
  const total: Measure = {
    characters: markdown.length,
    lines: lines.length,
    signs: 0,
    marks: 0,
    cells: 0,
    density: 0,
    densest: { line: 1, characters: 0, signs: 0 },
    deepest: { line: 1, levels: 0 },
  };
  let paragraph = { line: 1, characters: 0, signs: 0, columns: 0, isOrdered: false };
  const close = () => {
    const { characters, signs } = paragraph;
    total.density += characters * signs;
    if (characters * signs > total.densest.characters * total.densest.signs) total.densest = paragraph;
  };
  const open: number[] = [];
  for (const [index, line] of lines.entries()) {
    const { columns, end } = containersOf(line);
    for (const column of columns) {
      while ((open.at(-1) ?? -1) >= column) open.pop();
      open.push(column);
    }
    if (open.length > total.deepest.levels) total.deepest = { line: index + 1, levels: open.length };
    const isOrdered = ordered.test(line);
    const isBlank = blank.test(line);
    if (isBlank || paragraph.characters === 0 || bullet.test(line) || (isOrdered && paragraph.isOrdered)) {
      close();
      paragraph = { line: index + 1, characters: 0, signs: 0, columns: 0, isOrdered };
    }
    if (delimiterRow.test(line)) paragraph.columns = Math.max(paragraph.columns, line.split('|').length);
    const signs = signsIn(line);
    if (!isBlank) {
      paragraph.characters += line.length + 1;
      paragraph.signs += signs.inText;
    }
    total.cells += paragraph.columns;
    total.signs += signs.inText + signs.others;
    total.marks += columns.length + signs.notes + (isAt(otherMark, line, end) ? 1 : 0);
  }
  close();
  return total;
}

/** The columns at which quotations, list items and notes begin in a line, and where the last of these marks ends. */
function containersOf(line: string): { columns: number[]; end: number } {
  const columns: number[] = [];
  let end = 0;
  let column = 0;
  while (columns.length <= deep && !isAt(thematicBreak, line, end)) {
    container.lastIndex = end;
    const [whole, spaces = '', mark = ''] = container.exec(line) ?? [];
    if (whole === undefined) break;
    for (const space of spaces) column += space === '\t' ? 4 - (column % 4) : 1;
    columns.push(column);
    column += mark.length;
    end += whole.length;
  }
  return { columns, end };
}

function isAt(pattern: RegExp, text: string, index: number): boolean {
  pattern.lastIndex = index;
  return pattern.test(text);
}

/** Counts the signs of a line: those that may mark words, those of tables, rules and headings, and note references. */
function signsIn(line: string): { inText: number; others: number; notes: number } {
  let inText = 0;
  let others = 0;
  let notes = 0;
  for (let index = 0; index < line.length; index++) {
    const code = line.charCodeAt(index);
    const kind = code < 128 ? kinds[code] : turnsText(code) ? inWords : 0;
    if (kind === ofLine) others++;
    else if (kind === inWords) {
      inText++;
      if (code === caret && line.charCodeAt(index - 1) === bracket) notes++;
    }
  }
  return { inText, others, notes };
}

const caret = '^'.charCodeAt(0);
const bracket = '['.charCodeAt(0);
const [inWords, ofLine] = [1, 2];
/** The kind of each ASCII character: {@link inWords}, {@link ofLine} or 0. A set would take three times as long. */
const kinds = new Uint8Array(128);
for (const sign of '*_~[]!<&`:^\\') kinds[sign.charCodeAt(0)] = inWords;
for (const sign of '|-=#+') kinds[sign.charCodeAt(0)] = ofLine;

/** Direction marks count, too: each may be a problem with its own place. */
function turnsText(code: number): boolean {
  return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
}
