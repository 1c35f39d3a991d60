import { readFileSync } from 'node:fs';
import { currentSite } from '@/app/current-site.ts';
import { copiesOf } from '@/lib/article/picture-copies.ts';
import { routes } from '@/lib/article/urls.ts';
import { decode, encode } from '@/lib/pictures/make-copy.ts';

type Props = { params: Promise<{ slug: string; copy: string }> };

/** A copy of a picture, made when it is asked for: for plain Next alone. The press makes them itself, and keeps them. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug, copy: name } = await params;
  const { pictures } = currentSite().publication;
  const copies = pictures.flatMap((use) => copiesOf(use.image).map((copy) => ({ ...copy, source: use.source })));
  const found = copies.find((copy) => routes.picture(copy) === `/pictures/${slug}/${name}`);
  if (!found) return new Response(null, { status: 404 });
  const bytes = await encode(await decode(readFileSync(found.source), found.width), found.format);
  const headers = { 'content-type': found.format === 'avif' ? 'image/avif' : 'image/jpeg' };
  return new Response(new Uint8Array(bytes), { headers });
}
