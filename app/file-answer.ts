import { mediaTypeOf } from '@/lib/formats/media-types.ts';

/** The answer of a route that is a file for machines; without a text there is no such file. */
export function fileAnswer(route: string, text: string | undefined): Response {
  if (text === undefined) return new Response(null, { status: 404 });
  return new Response(text, { headers: { 'content-type': mediaTypeOf(route) } });
}
