import sharp from 'sharp';
import { shareImageSize } from '../model/share-image-size.ts';
import {
  type DrawnShareImage,
  drawShareImage,
  panelOf,
  type ShareImage,
  svgFile,
  wholeSvg,
} from './draw-share-image.ts';

/**
 * Draws a share image as a PNG.
 *
 * @param picture The photo on it, if any, in any format that sharp decodes.
 * @throws Error of sharp if it cannot decode the picture.
 */
export async function shareImagePng(card: ShareImage, picture?: Buffer): Promise<Buffer> {
  const { height } = shareImageSize;
  if (picture && card.beside && 'fills' in card.beside) {
    const filled = sharp(picture)
      .autoOrient()
      .flatten({ background: 'white' })
      .resize({ ...shareImageSize, fit: 'cover' });
    return filled.png({ palette: true }).toBuffer();
  }
  const square = { width: height, height };
  const photo =
    picture && (await sharp(picture).autoOrient().flatten({ background: 'white' }).resize(square).jpeg().toBuffer());
  const drawn = drawShareImage(card, photo && `data:image/jpeg;base64,${photo.toString('base64')}`);
  const shared = card.beside && !('image' in card.beside) ? await onSharedMap(drawn, card.dir) : undefined;
  if (shared) return shared;
  // A photo as PNG is ten times as large as a drawing. With 256 colours it is small enough for services that show it.
  return sharp(Buffer.from(wholeSvg(drawn)))
    .png({ palette: photo !== undefined })
    .toBuffer();
}

/** The pixels of maps that several cards show, by their drawings; `undefined` for a drawing that was asked for once. */
const mapPixels = new Map<string, Promise<Buffer> | undefined>();

/** How many of them are kept: each takes 1.8 MB. */
const mostMaps = 8;

const bytesOfPixel = 4;

/**
 * A card whose map was on an earlier one, as the same PNG that one drawing would give. To draw a map takes longer than
 * everything else of a card.
 *
 * @returns `undefined` for the first card with its map.
 */
async function onSharedMap({ panel, beside }: DrawnShareImage, dir: ShareImage['dir']): Promise<Buffer | undefined> {
  if (!beside) return undefined;
  const isFirst = !mapPixels.has(beside.svg);
  const square = { left: 0, width: shareImageSize.height };
  const map = mapPixels.get(beside.svg) ?? (isFirst ? undefined : pixelsOf(svgFile(beside.svg, square)));
  const [oldest] = mapPixels.keys();
  if (isFirst && oldest !== undefined && mapPixels.size >= mostMaps) mapPixels.delete(oldest);
  mapPixels.set(beside.svg, map);
  if (!map) return undefined;
  const words = panelOf(dir);
  return pngOf([
    { left: words.left, width: words.width, pixels: await pixelsOf(svgFile(panel, words)) },
    { left: beside.left, width: square.width, pixels: await map },
  ]);
}

function pixelsOf(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg)).raw().toBuffer();
}

/** Buffers for whole images that are not in use: new ones of this size are what garbage collection would be busy with. */
const spare: Buffer[] = [];

/** Puts pixels beside each other. */
async function pngOf(parts: readonly { left: number; width: number; pixels: Buffer }[]): Promise<Buffer> {
  const { width, height } = shareImageSize;
  const whole = spare.pop() ?? Buffer.allocUnsafe(width * height * bytesOfPixel);
  for (const part of parts) {
    const bytes = part.width * bytesOfPixel;
    for (let row = 0; row < height; row++)
      part.pixels.copy(whole, (row * width + part.left) * bytesOfPixel, row * bytes, (row + 1) * bytes);
  }
  const png = await sharp(whole, { raw: { ...shareImageSize, channels: bytesOfPixel } })
    .png({ palette: false })
    .toBuffer();
  spare.push(whole);
  png.set(resolution, afterSize);
  return png;
}

/** Where a PNG of sharp has its resolution: after the signature and the size (https://www.w3.org/TR/png-3/#11pHYs). */
const afterSize = 33;

/** That of a drawing, 72 pixels an inch, with length, name and checksum. Sharp gives pixels another one. */
const resolution = Buffer.from('000000097048597300000b1300000b1301009a9c18', 'hex');
