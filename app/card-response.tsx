// biome-ignore-all lint/performance/noImgElement: these are drawn into a picture, and no browser of a reader sees them.
import { ImageResponse } from 'next/og';
import { cardSize } from '@/lib/article/card-size.ts';
import { besideAt, type Card, drawCard } from '@/lib/cards/draw-card.ts';

/**
 * A card as a PNG. Its words come as outlines: what puts it together here knows no writing from right to left, and would
 * ask another company for letters that its fonts have not.
 *
 * @param picture A JPEG for the place that the card keeps for it.
 */
export function cardResponse(card: Card, picture?: Buffer): Response {
  const { height } = cardSize;
  return new ImageResponse(
    <div style={{ display: 'flex', ...cardSize }}>
      <img src={dataUrl('image/svg+xml', Buffer.from(drawCard(card)))} alt="" {...cardSize} />
      {picture && (
        <img
          src={dataUrl('image/jpeg', picture)}
          alt=""
          width={height}
          height={height}
          style={{ position: 'absolute', top: 0, left: besideAt(card.dir), objectFit: 'cover' }}
        />
      )}
    </div>,
    cardSize,
  );
}

function dataUrl(type: string, bytes: Buffer): string {
  return `data:${type};base64,${bytes.toString('base64')}`;
}
