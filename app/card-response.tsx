// biome-ignore-all lint/performance/noImgElement: these are drawn into a picture, and no browser of a reader sees them.
import { ImageResponse } from 'next/og';
import sharp from 'sharp';
import { cardSize } from '@/lib/model/card-size.ts';
import { besideAt, type Card, drawCard, logoPlace } from '@/lib/share-images/draw-card.ts';

/**
 * A card as a PNG. Its words come as outlines: what puts it together here knows no writing from right to left, and would
 * ask another company for letters that its fonts have not.
 *
 * @param picture A picture for the place that the card keeps for it, in any format that sharp decodes.
 */
export async function cardResponse(card: Card, picture?: Buffer): Promise<Response> {
  const { height } = cardSize;
  const side = { width: height, height };
  const svg = dataUrl('image/svg+xml', Buffer.from(drawCard(card)));
  const logo = await drawnLogo(card);
  if (!picture && !logo) return new ImageResponse(<img src={svg} alt="" {...cardSize} />, cardSize);
  if (!picture)
    return new ImageResponse(
      <div style={{ display: 'flex', ...cardSize }}>
        <img src={svg} alt="" {...cardSize} />
        {logo}
      </div>,
      cardSize,
    );

  const photo = await sharp(picture).autoOrient().flatten({ background: 'white' }).resize(side).jpeg().toBuffer();
  const place = { position: 'absolute', top: 0, left: besideAt(card.dir) } as const;
  const drawn = new ImageResponse(
    <div style={{ display: 'flex', ...cardSize }}>
      <img src={svg} alt="" {...cardSize} />
      <img src={dataUrl('image/jpeg', photo)} alt="" {...side} style={place} />
      {logo}
    </div>,
    cardSize,
  );
  // A photograph as PNG is as heavy as ten cards: with 256 colours it is light enough for those who show it.
  const bytes = await sharp(Buffer.from(await drawn.arrayBuffer()))
    .png({ palette: true })
    .toBuffer();
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } });
}

/** The logo in its place, as a picture of dots: it may have a style sheet, which what puts the card together does not know. */
async function drawnLogo(card: Card) {
  const place = logoPlace(card);
  if (!place || !card.logo) return undefined;
  const { left, top, ...size } = place;
  const drawn = sharp(Buffer.from(card.logo.svg), { density: 300 }).resize({ ...size, fit: 'fill' }).png();
  const src = dataUrl('image/png', await drawn.toBuffer());
  return <img src={src} alt="" {...size} style={{ position: 'absolute', left, top }} />;
}

function dataUrl(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
