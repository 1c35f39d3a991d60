import { filesOf } from '@/lib/formats/file-list.ts';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';
import { currentSite } from './current-site.ts';

/**
 * The handler of a route that is a machine-readable file: it answers with what a build writes into that file, or with
 * 404 if the publication has no such file.
 */
export function siteFile<Params>(routeOf: (params: Params) => string) {
  return async (_request: Request, { params }: { params: Promise<Params> }): Promise<Response> => {
    const route = routeOf(await params);
    const { publication } = currentSite();
    const found = filesOf(publication).find(
      ({ file }) => `/${file}` === `/${publication.site.prefix}${route.slice(1)}`,
    );
    if (!found) return new Response(null, { status: 404 });
    return new Response(found.make(publication), { headers: { 'content-type': mediaTypeOf(route) } });
  };
}
