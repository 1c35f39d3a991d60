import { readFileSync } from 'node:fs';
import { cardResponse } from '@/app/card-response.tsx';
import { currentSite } from '@/app/current-site.ts';
import { cardSize } from '@/lib/article/card-size.ts';
import { articleCard } from '@/lib/cards/article-card.ts';
import { decode, encode } from '@/lib/pictures/make-copy.ts';

type Props = { params: Promise<{ slug: string }> };

/** The card of an article that readers may see. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const { publication, site } = currentSite();
  const article = publication.read(slug);
  if (!article) return new Response(null, { status: 404 });
  const { picture } = article;
  const file =
    picture?.kind === 'image' && publication.pictures.find(({ image }) => image.name === picture.image.name)?.source;
  return cardResponse(articleCard(article, site), file ? await squarish(readFileSync(file)) : undefined);
}

/** A picture that is wide enough for its place in a card. */
async function squarish(bytes: Buffer): Promise<Buffer> {
  return encode(await decode(bytes, cardSize.width), 'jpg');
}
