import { readFileSync } from 'node:fs';
import { articleCard, siteCard } from '@/lib/share-images/article-card.ts';
import { cardImage } from '@/lib/share-images/card-image.ts';
import { currentSite } from './current-site.ts';

type Props = { params: Promise<{ slug?: string }> };

/** The share image of a published article, or without a slug that of the publication. Builds draw their own. */
export async function cardAnswer(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const { publication, site } = currentSite();
  if (slug === undefined) return pictureAnswer(await cardImage(siteCard(site)));
  const article = publication.articles.find((one) => one.slug === slug);
  if (!article) return new Response(null, { status: 404 });
  const { picture } = article;
  const file =
    picture?.kind === 'image' && publication.pictures.find(({ image }) => image.name === picture.image.name)?.source;
  return pictureAnswer(await cardImage(articleCard(article, site), file ? readFileSync(file) : undefined));
}

function pictureAnswer(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } });
}
