import { type Document, isAlias, visit } from 'yaml';
import { type Excess, frontMatterBounds, mostLevels } from './text-bounds.ts';

/**
 * What front matter has too much of to be parsed; `undefined` if it is within its bounds. A YAML parser puts each
 * level on the stack.
 *
 * @param lines Its lines without the fences. The first is the second of its file.
 */
export function excessOfFrontMatter(lines: readonly string[]): Excess | undefined {
  const characters = lines.reduce((sum, line) => sum + line.length + 1, 0);
  const commas = lines.reduce((sum, line) => sum + line.split(',').length - 1, 0);
  const found = { characters, 'lines and commas': lines.length + commas };
  const key = (['characters', 'lines and commas'] as const).find((one) => found[one] > frontMatterBounds[one]);
  if (key !== undefined) {
    const message = `The front matter has ${found[key].toLocaleString('en')} ${key}. It may have at most ${frontMatterBounds[key].toLocaleString('en')}: shorten it.`;
    return { line: 1, column: 1, code: 'text-too-long', message };
  }
  const deep = lineTooDeep(lines);
  if (deep === -1) return undefined;
  const message = `Keys and lists are more than ${mostLevels} levels deep here. No key needs more than four: remove levels, and put texts with brackets in quotes.`;
  return { line: deep + 2, column: 1, code: 'nesting-too-deep', message };
}

/** The index of the first line with too many levels of indentation or brackets; -1 if none. */
function lineTooDeep(lines: readonly string[]): number {
  const open: number[] = [];
  let brackets = 0;
  return lines.findIndex((line) => {
    for (const column of levelsOf(line)) {
      while ((open.at(-1) ?? -1) >= column) open.pop();
      open.push(column);
    }
    for (const [sign] of line.matchAll(/[[\]{}]/g)) {
      brackets = Math.max(0, brackets + (sign === '[' || sign === '{' ? 1 : -1));
      if (brackets > mostLevels) return true;
    }
    return open.length > mostLevels;
  });
}

/** The columns at which the entries of a line begin: `- - key:` has three. */
function levelsOf(line: string): number[] {
  const columns: number[] = [];
  let column = line.search(/\S/);
  while (column !== -1 && columns.length <= mostLevels) {
    columns.push(column);
    const after = /^[-?:][ \t]+/.exec(line.slice(column))?.[0];
    column = after === undefined ? -1 : column + after.length;
  }
  return columns;
}

/** The place of an alias to a value that contains it, as in `a: &a [*a]`; `undefined` if there is none. */
export function endlessAlias(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Alias: (_key, alias, path) => {
      const value = alias.resolve(document);
      if (value === undefined || isAlias(value) || !path.includes(value)) return undefined;
      offset = alias.range?.[0];
      return visit.BREAK;
    },
  });
  return offset;
}
