import { readFileSync } from 'node:fs';
import { articleShareImage, siteShareImage } from '@/lib/share-images/article-share-image.ts';
import { shareImagePng } from '@/lib/share-images/share-image-png.ts';
import { currentSite } from './current-site.ts';

type Props = { params: Promise<{ slug?: string }> };

/** The share image of a published article, or without a slug that of the publication. Builds draw their own. */
export async function shareImageAnswer(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const { publication, site } = currentSite();
  if (slug === undefined) return pictureAnswer(await shareImagePng(siteShareImage(site)));
  const article = publication.articles.find((one) => one.slug === slug);
  if (!article) return new Response(null, { status: 404 });
  const { picture } = article;
  const file =
    picture?.kind === 'image' && publication.pictures.find(({ image }) => image.name === picture.image.name)?.source;
  return pictureAnswer(await shareImagePng(articleShareImage(article, site), file ? readFileSync(file) : undefined));
}

function pictureAnswer(bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'image/png' } });
}
