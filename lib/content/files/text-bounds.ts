import type { Measure } from '../../markdown/measure.ts';
import type { CheckCode } from '../../model/checks.ts';
import type { Place } from '../../model/problem.ts';

/** The most that one text may have of what costs a parser time or memory. */
type TextBounds = Record<'characters' | 'lines' | 'signs' | 'marks' | 'cells' | 'density', number>;

/**
 * The bounds of the text of one file. A text twice as long as a long investigation (30,000 words, one in ten with a
 * link or a note) is within them, and whatever is within them is parsed in about two seconds at most.
 */
export const textBounds: TextBounds = {
  characters: 400_000,
  lines: 20_000,
  signs: 20_000,
  marks: 3_000,
  cells: 10_000,
  density: 16_000_000,
};

/** The bounds of all texts of one article together. */
export const articleBounds: TextBounds = times(textBounds, 2);

/** The bounds of a version's file, which has all texts of an article, with escaped characters. */
export const recordBounds: TextBounds = times(articleBounds, 2);

/** The bounds of one part of a version, which is the text of one file. */
export const partBounds: TextBounds = times(textBounds, 2);

/** The most levels of nested lists, quotations and notes, and of keys in front matter. */
export const mostLevels = 20;

/** The most that front matter may have. Long lists are written with commas rather than with lines. */
export const frontMatterBounds = { characters: 100_000, 'lines and commas': 5_000 } as const;

/** What is too much, and where it is. */
export type Excess = Place & { code: CheckCode; message: string };

/** What a text has too much of to be parsed, the first of several; `undefined` if it is within its bounds. */
export function excessOf(found: Measure, bounds: TextBounds): Excess | undefined {
  return tooLong(found, bounds) ?? tooMuch(found, bounds);
}

/** What the texts of an article have too much of together. */
export function excessOfAll(texts: readonly Measure[], bounds: TextBounds): Excess | undefined {
  const sum = times(bounds, 0);
  for (const found of texts) for (const key of keysOf(sum)) sum[key] += found[key];
  const key = keysOf(sum).find((one) => sum[one] > bounds[one]);
  if (key === undefined) return undefined;
  const what = key === 'density' ? 'too many signs of Markdown in long paragraphs' : `${shown(sum[key])} ${names[key]}`;
  const most = key === 'density' ? '' : ` An article may have at most ${shown(bounds[key])}.`;
  return {
    line: 1,
    column: 1,
    code: key === 'characters' || key === 'lines' ? 'text-too-long' : 'text-too-dense',
    message: `The texts of this article have ${what} together.${most} Divide it into several articles.`,
  };
}

function tooLong({ characters, lines }: Measure, bounds: TextBounds): Excess | undefined {
  const key = characters > bounds.characters ? 'characters' : lines > bounds.lines ? 'lines' : undefined;
  if (key === undefined) return undefined;
  const found = key === 'characters' ? characters : lines;
  const message = `This text has ${shown(found)} ${key}. It may have at most ${shown(bounds[key])}: divide it into several files.`;
  return { line: 1, column: 1, code: 'text-too-long', message };
}

function tooMuch(found: Measure, bounds: TextBounds): Excess | undefined {
  const { deepest, densest } = found;
  if (deepest.levels > mostLevels) {
    const message = `Lists, quotations and notes are more than ${mostLevels} levels deep here. Remove levels, or put a backslash before signs that mean themselves.`;
    return { line: deepest.line, column: 1, code: 'nesting-too-deep', message };
  }
  const key = (['marks', 'cells', 'signs'] as const).find((one) => found[one] > bounds[one]);
  if (key !== undefined) {
    const message = `This text has ${shown(found[key])} ${names[key]}. It may have at most ${shown(bounds[key])}: divide it into several files.`;
    return { line: 1, column: 1, code: 'text-too-dense', message };
  }
  if (found.density <= bounds.density) return undefined;
  const message = `This paragraph has ${shown(densest.characters)} characters and ${shown(densest.signs)} signs of Markdown, such as * or [. Over all paragraphs of a text, characters times signs may be at most ${shown(bounds.density)}: divide this one with blank lines, or remove signs.`;
  return { line: densest.line, column: 1, code: 'text-too-dense', message };
}

const names = {
  characters: 'characters',
  lines: 'lines',
  signs: 'signs of Markdown, such as * or [',
  marks: 'quotations, items of lists, headings, notes and other lines that begin with a sign',
  cells: 'cells of tables',
  density: 'signs',
} as const;

function times(bounds: TextBounds, factor: number): TextBounds {
  const { characters, lines, signs, marks, cells, density } = bounds;
  return {
    characters: characters * factor,
    lines: lines * factor,
    signs: signs * factor,
    marks: marks * factor,
    cells: cells * factor,
    density: density * factor,
  };
}

function keysOf(bounds: TextBounds): (keyof TextBounds)[] {
  return Object.keys(bounds).filter((key): key is keyof TextBounds => key in names);
}

function shown(count: number): string {
  return count.toLocaleString('en');
}
