import { joinNames } from '../languages/join-names.ts';
import { wordsFor } from '../languages/languages.ts';
import type { MapWish } from '../map/draw-map.ts';
import { drawnMap } from '../map/locator-map.ts';
import { cardSize } from '../model/card-size.ts';
import type { Role } from '../model/look/colors.ts';
import type { Drawing } from '../model/look/drawing.ts';
import { drawCardMap } from './draw-map.ts';
import { canSet, type SetLine, type TypeStyle } from './set-line.ts';
import { leading, setText } from './set-text.ts';

type CardColors = Readonly<Record<Role, string>>;

/**
 * What a card shows, as plain data: a publication's name above a line of text, which may have a word over it and a picture
 * beside it. Two cards with the same data look the same.
 */
export type Card = {
  name: string;
  kicker: string | undefined;
  text: string;
  dir: 'ltr' | 'rtl';
  /** The colours of the site in light. */
  colors: CardColors;
  /** Stands in the place of the name. */
  logo: Drawing | undefined;
  /** A map, or the name of an image, which may fill the card instead. */
  beside: MapWish | { image: string; fills?: true } | undefined;
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
 *
 * @param image The address of the image beside the text; without it there is room for one.
 */
export function drawCard(card: Card, image?: string): string {
  const { name, kicker, text, dir, colors, logo, beside } = card;
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

  /** The line as it is on the map, and after it what it is. */
  const drawKey = (words: string) => {
    const [line] = setText(words, { width: room - 52, height: 30 }, [20, 18, 16, 14], bold).lines;
    if (!line) return '';
    const [from, to] = dir === 'rtl' ? [left + panel - margin, -40] : [left + margin, 40];
    const x = dir === 'rtl' ? from - 52 - line.width : from + 52;
    return [
      `<path d="M${from} ${height - margin - 6}h${to}" fill="none" stroke="${colors.accent}" stroke-width="5" stroke-linecap="round"/>`,
      `<path transform="translate(${x} ${height - margin})" fill="${colors.soft}" d="${line.path}"/>`,
    ].join('');
  };

  const drawn: string[] = [];
  let y = margin + 28;
  for (const line of logo ? [] : one(name, 30)) drawn.push(write(line, y, colors.ink));
  if (logo) drawn.push(drawLogo(logo, dir, room, left + margin));
  y += 24;
  drawn.push(`<rect x="${left + margin}" y="${y}" width="${room}" height="2" fill="${colors.rule}"/>`);
  y += 54;
  for (const line of kicker === undefined ? [] : one(kicker, 26)) drawn.push(write(line, y, colors.accent));
  y += kicker === undefined ? -20 : 22;
  const key = beside && !('image' in beside) ? keyOf(beside) : undefined;
  const keyed = key !== undefined && canSet(key, 700) ? drawKey(key) : undefined;
  if (keyed) drawn.push(keyed);
  if (canSet(text, 700)) {
    const { lines, size } = setText(
      text,
      { width: room, height: height - margin - (keyed ? 40 : 0) - y },
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
      ? `<svg x="${dir === 'rtl' ? 0 : width - height}" width="${height}" height="${height}">${'image' in beside ? drawImage(image) : drawCardMap(drawnMap(beside), height, dir, colors)}</svg>`
      : `<rect y="${height - 12}" width="${width}" height="12" fill="${colors.accent}"/>`,
    '</svg>',
  ].join('');
}

/** The logo in the place of the name, as a picture of its own: its styles are about nothing else. */
function drawLogo(logo: Drawing, dir: Card['dir'], room: number, from: number): string {
  const high = Math.min(logoHeight, (room * logo.height) / logo.width);
  const wide = (high * logo.width) / logo.height;
  const address = `data:image/svg+xml;base64,${Buffer.from(logo.svg).toString('base64')}`;
  return `<image x="${dir === 'rtl' ? from + room - wide : from}" y="${margin - 14 + (logoHeight - high) / 2}" width="${wide}" height="${high}" href="${address}"/>`;
}

/** What the emphasised line of a map is; `undefined` if it has none. */
function keyOf(wish: MapWish): string | undefined {
  const { home } = drawnMap(wish);
  return home.length > 0 ? wordsFor(wish.lang).map.line(joinNames(home, wish.lang)) : undefined;
}

function drawImage(address: string | undefined): string {
  return address === undefined ? '' : `<image width="${height}" height="${height}" href="${address}"/>`;
}
