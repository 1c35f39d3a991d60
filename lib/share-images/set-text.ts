import { remembered } from './remembered.ts';
import { type SetLine, setLine, type TypeStyle, widthOf } from './set-line.ts';

/** The room for a text, in pixels. */
export type Room = { width: number; height: number };

/** A text in lines that fit, and their size. */
export type SetText = { lines: SetLine[]; size: number };

/** The line height, as a fraction of the size: tight for headlines, with room for marks above letters. */
export const leading = 1.14;

/** Below this size, breaking a word is better than a smaller text. */
const smallestWhole = 36;

/**
 * Sets a text at the largest size at which it fits. Words are broken only if the text would otherwise be much smaller;
 * at the smallest size, what does not fit is cut off with an ellipsis.
 *
 * @param sizes In pixels, the largest first.
 */
export function setText(
  text: string,
  { width, height }: Room,
  sizes: readonly number[],
  style: Omit<TypeStyle, 'size'>,
): SetText {
  return setOnce(text, { width, height }, sizes, style);
}

/** The name of a publication is on every card, and a topic on many. */
const setOnce = remembered(300, setAnew);

function setAnew(
  text: string,
  { width, height }: Room,
  sizes: readonly number[],
  style: Omit<TypeStyle, 'size'>,
): SetText {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const measure = (word: string) => widthOf(word, style);
  const space = measure('n n') - measure('nn');
  const widest = Math.max(0, ...words.map(measure));
  const smallest = sizes.at(-1) ?? smallestWhole;

  const linesAt = (size: number) => {
    const whole = words.flatMap((word) => pieces(word, (piece) => measure(piece) * size <= width));
    return inLines(whole, width / size, measure, space);
  };
  const mostAt = (size: number) => Math.max(1, Math.floor(height / (size * leading)));
  const fits = (size: number) => linesAt(size).length <= mostAt(size);
  const size =
    sizes.find((one) => one >= smallestWhole && widest * one <= width && fits(one)) ?? sizes.find(fits) ?? smallest;

  const lines = linesAt(size);
  const most = mostAt(size);
  const isShort = (line: string) => widthOf(line, style) * size <= width;
  const shown = lines.length > most ? [...lines.slice(0, most - 1), shortened(lines[most - 1] ?? '', isShort)] : lines;
  return { lines: shown.map((line) => setLine(line, { ...style, size })), size };
}

/** Fills lines with words. */
function inLines(words: readonly string[], most: number, measure: (word: string) => number, space: number): string[] {
  const lines: string[] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const word of words) {
    const width = measure(word);
    if (used + space + width <= most) {
      lines.push(`${lines.pop()} ${word}`);
      used += space + width;
    } else {
      lines.push(word);
      used = width;
    }
  }
  return lines;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Breaks a word into pieces that fit. */
function pieces(word: string, fits: (text: string) => boolean): string[] {
  if (fits(word)) return [word];
  const found: string[] = [''];
  for (const { segment } of graphemes.segment(word)) {
    const longer = (found.at(-1) ?? '') + segment;
    if (fits(longer)) found[found.length - 1] = longer;
    else found.push(segment);
  }
  return found.filter((piece) => piece !== '');
}

/** The beginning of a line, with an ellipsis. */
function shortened(line: string, fits: (text: string) => boolean): string {
  const letters = [...graphemes.segment(line)].map(({ segment }) => segment);
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
