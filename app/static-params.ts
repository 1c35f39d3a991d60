import { membersOf, type PageKind, type ParamsOf } from '@/lib/model/page-kinds.ts';
import { pagedSite } from '@/lib/publication/paged-site.ts';
import type { Publication } from '@/lib/publication/publish.ts';
import { currentSite } from './current-site.ts';

/** A route's `generateStaticParams`: the pages of these kinds, which `next build` prerenders. */
export function staticParams<Kind extends PageKind>(...kinds: Kind[]): () => ParamsOf<Kind>[] {
  return paramsFrom((publication) => {
    const site = pagedSite(publication);
    return kinds.flatMap((kind) => membersOf(kind, site));
  });
}

/**
 * The same for machine-readable files.
 *
 * In development it returns nothing: Next would call it at each request, in a separate process without the preview.
 * Handlers answer with 404 for what does not exist.
 */
export function paramsFrom<Params>(list: (publication: Publication) => Params[]): () => Params[] {
  return () => (process.env.NODE_ENV === 'development' ? [] : list(currentSite().publication));
}
