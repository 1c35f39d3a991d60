import { readFileSync } from 'node:fs';
import { currentSite } from '@/app/current-site.ts';
import { copiesOf } from '@/lib/article/picture-copies.ts';
import { routes } from '@/lib/article/urls.ts';
import { decode, encode } from '@/lib/pictures/make-copy.ts';

type Props = { params: Promise<{ slug: string; copy: string }> };

/**
 * A copy of a picture, made when it is asked for: for plain Next alone. The press makes copies itself, and keeps them;
 * it also stops at a picture that is broken, of which there is a line of text here.
 */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug, copy: name } = await params;
  const { pictures } = currentSite().publication;
  const copies = pictures.flatMap(({ image, source }) => copiesOf(image).map((copy) => ({ ...copy, source })));
  const found = copies.find((copy) => routes.picture(copy) === `/pictures/${slug}/${name}`);
  if (!found) return new Response(null, { status: 404 });
  const { source, width, format } = found;
  try {
    const bytes = await encode(await decode(readFileSync(source), width), format);
    const headers = { 'content-type': format === 'avif' ? 'image/avif' : 'image/jpeg' };
    return new Response(new Uint8Array(bytes), { headers });
  } catch (error) {
    return new Response(`${source}: ${error instanceof Error ? error.message : error}`, { status: 500 });
  }
}
