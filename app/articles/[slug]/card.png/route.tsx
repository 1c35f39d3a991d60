import { readFileSync } from 'node:fs';
import { cardResponse } from '@/app/card-response.tsx';
import { currentSite } from '@/app/current-site.ts';
import { articleCard } from '@/lib/share-images/article-card.ts';

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
  return cardResponse(articleCard(article, site), file ? readFileSync(file) : undefined);
}
