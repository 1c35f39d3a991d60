import type { LocatorMap } from '../map/draw-map.ts';
import { cardSize } from '../model/card-size.ts';
import type { Drawing } from '../model/look/drawing.ts';
import type { Role } from '../model/look/colors.ts';
import { drawCardMap } from './draw-map.ts';
import { canSet, type SetLine, type TypeStyle } from './set-line.ts';
import { leading, setText } from './set-text.ts';

export type CardColors = Readonly<Record<Role, string>>;

/** What a card shows: a publication's name above a line of text, which may have a word over it and a picture beside it. */
export type Card = {
  name: string;
  kicker: string | undefined;
  text: string;
  dir: 'ltr' | 'rtl';
  /** The colours of the site in light. */
  colors: CardColors;
  /** Room is left for it in the place of the name. */
  logo: Drawing | undefined;
  /** A map, or room for a picture. */
  beside: LocatorMap | 'picture' | undefined;
};

const { width, height } = cardSize;

/** Around the text, in pixels. */
const margin = 48;

/** How high a logo is at most, in pixels. */
const logoHeight = 50;

/** How large a text may be: beside a picture, and alone. */
const sizes = {
  beside: [60, 56, 52, 48, 44, 40, 36, 32, 28, 24],
  alone: [88, 80, 72, 66, 60, 54, 48, 42, 36, 30],
} as const;

/**
 * Draws a card as SVG in which every word is an outline: it looks the same wherever it is drawn, whatever its script.
 *
 * A text with letters for which there is no typeface is left out, and with it goes nothing else of the card.
 */
export function drawCard({ name, kicker, text, dir, colors, logo, beside }: Card): string {
  const panel = width - (beside ? height : 0);
  const left = beside && dir === 'rtl' ? height : 0;
  const room = panel - 2 * margin;
  const bold = { weight: 700, dir } as const satisfies Omit<TypeStyle, 'size'>;
  /** A line whose beginning is at the margin, on whichever side that is. */
  const write = ({ path, width: long }: SetLine, y: number, color: string) =>
    `<path transform="translate(${dir === 'rtl' ? left + panel - margin - long : left + margin} ${y})" fill="${color}" d="${path}"/>`;
  const one = (words: string, size: number) => {
    if (!canSet(words, 700)) return [];
    return setText(words, { width: room, height: size * leading }, [size, size * 0.8, size * 0.65], bold).lines;
  };

  const drawn: string[] = [];
  let y = margin + 28;
  for (const line of logo ? [] : one(name, 30)) drawn.push(write(line, y, colors.ink));
  y += 24;
  drawn.push(`<rect x="${left + margin}" y="${y}" width="${room}" height="2" fill="${colors.rule}"/>`);
  y += 54;
  for (const line of kicker === undefined ? [] : one(kicker, 26)) drawn.push(write(line, y, colors.accent));
  y += kicker === undefined ? -20 : 22;
  if (canSet(text, 700)) {
    const { lines, size } = setText(
      text,
      { width: room, height: height - margin - y },
      sizes[beside ? 'beside' : 'alone'],
      bold,
    );
    for (const [index, line] of lines.entries())
      drawn.push(write(line, y + size * (0.9 + index * leading), colors.ink));
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${colors.paper}"/>`,
    ...drawn,
    beside
      ? `<svg x="${besideAt(dir)}" width="${height}" height="${height}">${beside === 'picture' ? '' : drawCardMap(beside, height, dir, colors)}</svg>`
      : `<rect y="${height - 12}" width="${width}" height="12" fill="${colors.accent}"/>`,
    '</svg>',
  ].join('');
}

/** Where the logo of a card is, in whole pixels. */
export function logoPlace({ logo, dir, beside }: Card): { left: number; top: number; width: number; height: number } | undefined {
  if (!logo) return undefined;
  const room = width - (beside ? height : 0) - 2 * margin;
  const shown = Math.min(logoHeight, (room * logo.height) / logo.width);
  const size = { width: Math.round((shown * logo.width) / logo.height), height: Math.max(1, Math.round(shown)) };
  const left = dir === 'rtl' ? width - margin - size.width : margin;
  return { left, top: margin - 14 + Math.round((logoHeight - size.height) / 2), ...size };
}

/** Where the square beside the text begins, from the left. */
export function besideAt(dir: Card['dir']): number {
  return dir === 'rtl' ? 0 : width - height;
}
