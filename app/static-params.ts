import { membersOf, type PageKind, type ParamsOf } from '@/lib/model/page-kinds.ts';
import { pagedSite } from '@/lib/publication/paged-site.ts';
import type { Publication } from '@/lib/publication/publish.ts';
import { currentSite } from './current-site.ts';

/** A route's `generateStaticParams`: names what `next build` prerenders, the pages of these kinds. */
export function staticParams<Kind extends PageKind>(...kinds: Kind[]): () => ParamsOf<Kind>[] {
  return paramsFrom((publication) => {
    const site = pagedSite(publication);
    return kinds.flatMap((kind) => membersOf(kind, site));
  });
}

/**
 * The same for files that machines read.
 *
 * In development there is nothing to name: Next would ask at each request, in a process of its own that knows no preview. A
 * route calls `notFound()` for what it does not know.
 */
export function paramsFrom<Params>(list: (publication: Publication) => Params[]): () => Params[] {
  return () => (process.env.NODE_ENV === 'development' ? [] : list(currentSite().publication));
}
