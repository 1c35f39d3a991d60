import { joinNames } from '../languages/join-names.ts';
import { wordsFor } from '../languages/languages.ts';
import type { MapWish } from '../map/draw-map.ts';
import { drawnMap } from '../map/locator-map.ts';
import type { Role } from '../model/look/colors.ts';
import type { Drawing } from '../model/look/drawing.ts';
import { shareImageSize } from '../model/share-image-size.ts';
import { drawSquareMap } from './draw-map.ts';
import { canSet, type SetLine, type TypeStyle } from './set-line.ts';
import { leading, setText } from './set-text.ts';

type CardColors = Readonly<Record<Role, string>>;

/**
 * What a share image shows, as plain data: a publication's name above a text, which may have a kicker above and a picture
 * beside it. The same data give the same image.
 */
export type ShareImage = {
  name: string;
  kicker: string | undefined;
  text: string;
  dir: 'ltr' | 'rtl';
  /** The light colours of the site. */
  colors: CardColors;
  /** Replaces the name. */
  logo: Drawing | undefined;
  /** A map, or the name of a photo, which may fill the whole image. */
  beside: MapWish | { image: string; fills?: true } | undefined;
};

const { width, height } = shareImageSize;

/** The margin around the text, in pixels. */
const margin = 48;

/** The greatest height of a logo, in pixels. */
const logoHeight = 50;

/** The sizes of text: beside a picture, and alone. */
const sizes = {
  beside: [60, 56, 52, 48, 44, 40, 36, 32, 28, 24],
  alone: [88, 80, 72, 66, 60, 54, 48, 42, 36, 30],
} as const;

/**
 * Draws a share image as SVG in which every word is an outline: it looks the same everywhere, in any script.
 *
 * A text with letters for which there is no typeface is left out; the rest is still drawn.
 *
 * @param image The address of the photo; without it, its place is empty.
 */
export function drawShareImage(card: ShareImage, image?: string): string {
  const { name, kicker, text, dir, colors, logo, beside } = card;
  const panel = width - (beside ? height : 0);
  const left = beside && dir === 'rtl' ? height : 0;
  const room = panel - 2 * margin;
  const bold = { weight: 700, dir } as const satisfies Omit<TypeStyle, 'size'>;
  /** A line that begins at the margin, on either side. */
  const write = ({ path, width: long }: SetLine, y: number, color: string) =>
    `<path transform="translate(${dir === 'rtl' ? left + panel - margin - long : left + margin} ${y})" fill="${color}" d="${path}"/>`;
  const one = (words: string, size: number) => {
    if (!canSet(words, 700)) return [];
    return setText(words, { width: room, height: size * leading }, [size, size * 0.8, size * 0.65], bold).lines;
  };

  /** A sample of the line on the map, and its meaning. */
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
      ? `<svg x="${dir === 'rtl' ? 0 : width - height}" width="${height}" height="${height}">${'image' in beside ? drawImage(image) : drawSquareMap(drawnMap(beside), height, dir, colors)}</svg>`
      : `<rect y="${height - 12}" width="${width}" height="12" fill="${colors.accent}"/>`,
    '</svg>',
  ].join('');
}

/** The logo instead of the name, as a separate picture, so that its styles affect nothing else. */
function drawLogo(logo: Drawing, dir: ShareImage['dir'], room: number, from: number): string {
  const high = Math.min(logoHeight, (room * logo.height) / logo.width);
  const wide = (high * logo.width) / logo.height;
  const address = `data:image/svg+xml;base64,${Buffer.from(logo.svg).toString('base64')}`;
  return `<image x="${dir === 'rtl' ? from + room - wide : from}" y="${margin - 14 + (logoHeight - high) / 2}" width="${wide}" height="${high}" href="${address}"/>`;
}

/** The meaning of the emphasised line of a map; `undefined` if it has none. */
function keyOf(wish: MapWish): string | undefined {
  const { home } = drawnMap(wish);
  return home.length > 0 ? wordsFor(wish.lang).map.line(joinNames(home, wish.lang)) : undefined;
}

function drawImage(address: string | undefined): string {
  return address === undefined ? '' : `<image width="${height}" height="${height}" href="${address}"/>`;
}
