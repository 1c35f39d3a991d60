/**
 * Text that hangs on a point of the map: its lines, the first baseline, and where the text begins, ends or has its middle,
 * in CSS pixels from there.
 */
export type HungText = { lines: readonly string[]; x: number; y: number; align: 'left' | 'middle' | 'right' };

/** The size of text on a map, in pixels, of which labels are measured. */
export const pixelsPerEm = 12;

/** From baseline to baseline where a name has two lines, in pixels. */
export const lineHeight = 15;

/**
 * How wide characters are at most, in parts of the font size, in the bold of the system fonts that readers have (Noto
 * Sans, the widest of the usual ones, with something to spare). The first line that matches counts.
 */
const widths: readonly [RegExp, number][] = [
  [/\p{M}/u, 0],
  [/[\s.,:;'’!|il]/u, 0.33],
  [/[fjrtI\-()]/u, 0.46],
  [/[mwMW@%]/u, 1],
  [/\p{Script=Arabic}/u, 0.56],
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u, 1],
  [/\p{Lu}/u, 0.76],
];
const otherWidth = 0.65;

/** How wide a text is at most in a sans-serif system font, in CSS pixels; nobody can know it before it is shown. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => {
    return sum + (widths.find(([pattern]) => pattern.test(character))?.[1] ?? otherWidth) * fontSize;
  }, 0);
}

/**
 * The ways to write a name: in one line, and in two where it has words, broken so that the longer one is as short as can be.
 */
export function waysToWrite(name: string): string[][] {
  const words = name.split(/\s+/);
  const breaks = words.slice(1).map((_, index) => {
    return [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
  });
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidth(line, 1)));
  const [best] = breaks.sort((a, b) => longest(a) - longest(b));
  return best ? [[name], best] : [[name]];
}
