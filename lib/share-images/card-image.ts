import sharp from 'sharp';
import { cardSize } from '../model/card-size.ts';
import { type Card, drawCard } from './draw-card.ts';

/**
 * Draws a card as a PNG.
 *
 * @param picture For a card with an image on it: the image file, in any format that sharp decodes.
 * @throws Error of sharp if it cannot decode the picture.
 */
export async function cardImage(card: Card, picture?: Buffer): Promise<Buffer> {
  const { height } = cardSize;
  if (picture && card.beside && 'fills' in card.beside) {
    const filled = sharp(picture)
      .autoOrient()
      .flatten({ background: 'white' })
      .resize({ ...cardSize, fit: 'cover' });
    return filled.png({ palette: true }).toBuffer();
  }
  const square = { width: height, height };
  const photo =
    picture && (await sharp(picture).autoOrient().flatten({ background: 'white' }).resize(square).jpeg().toBuffer());
  const svg = Buffer.from(drawCard(card, photo && `data:image/jpeg;base64,${photo.toString('base64')}`));
  // A photograph as PNG is as heavy as ten cards. With 256 colours it is light enough for those who show it.
  return sharp(svg)
    .png({ palette: photo !== undefined })
    .toBuffer();
}
