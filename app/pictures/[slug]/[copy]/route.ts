import { readFileSync } from 'node:fs';
import { currentSite } from '@/app/current-site.ts';
import { copiesOf } from '@/lib/model/picture-copies.ts';
import { routes } from '@/lib/model/urls.ts';
import { decode, encode } from '@/lib/pictures/make-copy.ts';

/** How many copies are cached in memory: each has some dozens of kilobytes. */
const mostKept = 300;

/** The cached copies, shared by all instances of this module in a process. */
const shared: { [key: symbol]: Map<string, Promise<Uint8Array>> | undefined } = Object(globalThis);
const keptName = Symbol.for('standfirst.copies');
const kept = shared[keptName] ?? new Map<string, Promise<Uint8Array>>();
shared[keptName] = kept;

type Props = { params: Promise<{ slug: string; copy: string }> };

/**
 * A copy of a picture, made on demand, for the preview and plain Next only. Builds make and cache copies themselves;
 * there a broken picture is an error of its article, here a line of text.
 */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug, copy: name } = await params;
  const { pictures } = currentSite().publication;
  const copies = pictures.flatMap(({ image, source, digest }) =>
    copiesOf(image).map((copy) => ({ ...copy, source, digest })),
  );
  const found = copies.find((copy) => routes.picture(copy) === `/pictures/${slug}/${name}`);
  if (!found) return new Response(null, { status: 404 });
  const { source, digest, width, format } = found;
  try {
    const bytes = await once(`${digest} ${width} ${format}`, async () =>
      encode(await decode(readFileSync(source), width), format),
    );
    const headers = { 'content-type': format === 'avif' ? 'image/avif' : 'image/jpeg' };
    return new Response(new Uint8Array(bytes), { headers });
  } catch (error) {
    return new Response(`${source}: ${error instanceof Error ? error.message : error}`, { status: 500 });
  }
}

/** Makes a copy once for all requests; a failure is not cached. */
function once(name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const known = kept.get(name);
  if (known) return known;
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= mostKept) kept.delete(oldest);
  const made = make();
  kept.set(name, made);
  made.catch(() => kept.delete(name));
  return made;
}
