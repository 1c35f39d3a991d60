/** Text at an anchor point of the map: its lines, the first baseline, and its start, end or middle, in CSS pixels from the point. */
export type AnchoredText = { lines: readonly string[]; x: number; y: number; align: 'left' | 'middle' | 'right' };

/** The text size on a map, in pixels, for which labels are measured. */
export const pixelsPerEm = 12;

/** The distance of baselines if a name has two lines, in pixels. */
export const lineHeight = 15;

/**
 * The greatest width of characters, as fractions of the font size, in bold system fonts (Noto Sans, the widest of the
 * usual ones, plus a margin). The first match counts.
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

/** The greatest width of a text in a sans-serif system font, in CSS pixels; the real width depends on the reader's fonts. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => {
    return sum + (widths.find(([pattern]) => pattern.test(character))?.[1] ?? otherWidth) * fontSize;
  }, 0);
}

/** The ways to write a name: in one line, and if it has several words in two, broken so that the longer one is as short as possible. */
export function waysToWrite(name: string): string[][] {
  const words = name.split(/\s+/);
  const breaks = words.slice(1).map((_, index) => {
    return [words.slice(0, index + 1).join(' '), words.slice(index + 1).join(' ')];
  });
  const longest = (lines: readonly string[]) => Math.max(...lines.map((line) => textWidth(line, 1)));
  const [best] = breaks.sort((a, b) => longest(a) - longest(b));
  return best ? [[name], best] : [[name]];
}
