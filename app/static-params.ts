import type { Publication } from '@/lib/publication/publish.ts';
import { currentSite } from './current-site.ts';

/**
 * A page's `generateStaticParams`: names the pages that `next build` prerenders.
 *
 * In development there are none to name: Next would ask at each request, in a process of its own that knows no preview. A
 * page calls `notFound()` for what it does not know.
 */
export function staticParams<Params>(list: (publication: Publication) => Params[]): () => Params[] {
  return () => (process.env.NODE_ENV === 'development' ? [] : list(currentSite().publication));
}
