import type { Teaser } from './model.ts';
import type { Instant } from './moment.ts';

/** Where an article stands at an instant. */
export type Standing = 'draft' | 'embargoed' | 'published' | 'expired';

/** Where an article stands at `now`: a draft stays one whatever its dates; the first millisecond of a date counts. */
export function standing(
  { draft, published, expires }: Pick<Teaser, 'draft' | 'published' | 'expires'>,
  now: Instant,
): Standing {
  if (draft) return 'draft';
  if (published > now) return 'embargoed';
  if (expires !== undefined && expires <= now) return 'expired';
  return 'published';
}
