import sharp, { type OutputInfo, type Sharp } from 'sharp';
import { type PictureFormat, recipe } from '../model/picture-copies.ts';

/** The formats that are decoded, as sharp names them; AVIF is one of its HEIF files. */
const known = new Set(['jpeg', 'png', 'webp', 'heif']);

/** The most pixels that are decoded. Headers are checked before; this is the second line of defence. */
const limits = { limitInputPixels: 100_000_000, failOn: 'error' } as const;

/** A picture in memory, uncompressed. */
export type Pixels = { data: Buffer; info: OutputInfo };

/**
 * Reads the size of a picture as it will be decoded.
 *
 * @returns Its width and height in pixels, upright.
 * @throws Error of the decoder where it cannot be read.
 */
export async function uprightSize(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { format, autoOrient } = await sharp(bytes, limits).metadata();
  if (!known.has(format)) throw new Error(`it is of the format ${format}`);
  return autoOrient;
}

/**
 * Decodes a picture completely: upright, in sRGB, with transparency on white. Metadata, such as where it was taken, is
 * dropped. An animation becomes its first frame.
 *
 * @throws Error of the decoder where the picture is broken.
 */
export function decode(bytes: Buffer, width: number): Promise<Pixels> {
  // sharp converts to sRGB by itself.
  return sharp(bytes, limits)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
}

/** Makes a copy of a picture; the quality of one for phones is lowered until it is small enough. */
export async function encode({ data, info }: Pixels, format: PictureFormat): Promise<Buffer> {
  const limit = info.width <= recipe.phone[format] ? recipe.mostBytes : Number.POSITIVE_INFINITY;
  let copy = Buffer.alloc(0);
  for (const quality of recipe.qualities[format]) {
    copy = await encoders[format](sharp(data, { raw: info }), quality).toBuffer();
    if (copy.byteLength <= limit) break;
  }
  return copy;
}

const encoders = {
  // One step slower takes five times as long and saves a twentieth of the bytes.
  avif: (image: Sharp, quality: number) => image.avif({ quality, effort: 3, chromaSubsampling: '4:2:0' }),
  jpg: (image: Sharp, quality: number) => image.jpeg({ quality, mozjpeg: true }),
};
