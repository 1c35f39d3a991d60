import sharp from 'sharp';
import { shareImageSize } from '../model/share-image-size.ts';
import { drawShareImage, type ShareImage } from './draw-share-image.ts';

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
  const svg = Buffer.from(drawShareImage(card, photo && `data:image/jpeg;base64,${photo.toString('base64')}`));
  // A photo as PNG is ten times as large as a drawing. With 256 colours it is small enough for services that show it.
  return sharp(svg)
    .png({ palette: photo !== undefined })
    .toBuffer();
}
