import { hidden } from '../../markdown/written-blocks.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';
import type { Written } from '../text/written.ts';

/** Bullets, also those that word processors take from typefaces of signs. */
const bullet = /^[ \t]*([•‣⁃▪▫■□●○◦∙·➢➤►▶✓✔☐☑\uf076\uf0a7\uf0b7\uf0d8\uf0fc])/;
const dash = /^[ \t]*([–—])[ \t]/;
const glued = /^[ \t]*([-+*]|\d{1,3}[.)])(?=\p{L}|\u00a0|\[[ xX]\])/u;
/** Signs of a list in other programs, which are one if every line begins so. */
const lettered = [/^[ \t]*(o)[ \t]/, /^[ \t]*(\(?[a-z]\))[ \t]/i, /^[ \t]*(\(\d{1,2}\))[ \t]/];
const numbered = /^[ \t]*(\d{1,9})[.)][ \t]/;

/** Reports lines and paragraphs that were meant as the items of a list. */
export const listAsText: TextCheck = () => (_tree, file) => {
  let previous: string | undefined;
  for (const one of settingsOf(file).written) {
    const isParagraph = one.block?.type === 'paragraph';
    const found = isParagraph ? itemsIn(one) : undefined;
    const mark = isParagraph ? markOf(one.text) : undefined;
    if (found) {
      const message = `Lines begin with "${found.mark}" here and are not list items. ${found.advice}`;
      leave(file, 'list-as-text', one.placeAt(found.index), message);
    } else if (mark !== undefined && mark === previous) {
      const message = `Paragraphs begin with "${mark}" here and are not list items. ${bullet.test(mark) ? asList : withSpace}`;
      leave(file, 'list-as-text', one.placeAt(0), message);
    }
    previous = mark;
  }
};

/** The list marker at the start of a paragraph. A single asterisk may be a footnote made by hand. */
function markOf(text: string): string | undefined {
  const mark = bullet.exec(text)?.[1] ?? glued.exec(text)?.[1];
  return mark === '*' ? undefined : mark?.replace(/\d+/, '1');
}

const withSpace = 'Put a space after the sign, and a blank line before the first.';

const asList = 'Write "- " before each, with a blank line before the first.';

function itemsIn({ text, isQuoted }: Written): { index: number; mark: string; advice: string } | undefined {
  if (!text.includes('\n')) return undefined;
  const lines = linesOf(text);
  const [first] = lines;
  if (!first) return undefined;
  const begin = (pattern: RegExp) => lines.filter(({ line }) => pattern.test(line));
  const bullets = begin(bullet);
  if (bullets.length > 1 && bullets.slice(1).some(({ isBroken }) => !isBroken)) return found(bullets, bullet, asList);
  // In quotations and conversations lines begin with a dash, and each is broken.
  const dashes = begin(dash).filter(({ isBroken }) => !isBroken);
  const isList = dash.test(first.line) || (/:\s*$/.test(first.line) && dashes.length === lines.length - 1);
  if (!isQuoted && isList && dashes.length > 1) return found(dashes, dash, asList);
  const marks = begin(glued);
  const kinds = new Set(marks.map(({ line }) => glued.exec(line)?.[1]?.replace(/\d+/, '1')));
  if (marks.length > 1 && kinds.size === 1 && (glued.test(first.line) || /:\s*$/.test(first.line)))
    return found(marks, glued, withSpace);
  const other = lettered.find((pattern) => lines.every(({ line }) => pattern.test(line)));
  if (other && lines.slice(1).some(({ isBroken }) => !isBroken)) return found(lines, other, asList);
  const numbers = lines.slice(1).filter(({ line }) => numbered.test(line));
  const isAscending = numbers.every(({ line }, index) => numberOf(line) === numberOf(numbers[0]?.line ?? '') + index);
  if (numbers.length > 1 && isAscending)
    return found(
      numbers,
      numbered,
      'Put a blank line before the first: a list that begins at another number than 1 needs it.',
    );
  return undefined;
}

function found(lines: ReturnType<typeof linesOf>, pattern: RegExp, advice: string) {
  const [first] = lines;
  return { index: first?.index ?? 0, mark: pattern.exec(first?.line ?? '')?.[1] ?? '', advice };
}

function numberOf(line: string): number {
  return Number(numbered.exec(line)?.[1]);
}

/** The lines of a paragraph, and whether the one before is broken on purpose. */
function linesOf(text: string): { line: string; index: number; isBroken: boolean }[] {
  let index = 0;
  let before = '';
  return text.split('\n').map((line) => {
    const entry = { line, index, isBroken: before.endsWith(hidden) };
    index += line.length + 1;
    before = line.replace(/\r$/, '');
    return entry;
  });
}
