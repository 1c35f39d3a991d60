import type { Teaser } from './model.ts';
import type { Instant } from './moment.ts';

/** The publication state of an article at an instant. */
export type Standing = 'draft' | 'embargoed' | 'published' | 'expired';

/** The publication state of an article at `now`: a draft stays one whatever its dates; a date takes effect in its first millisecond. */
export function standing(
  { draft, published, expires }: Pick<Teaser, 'draft' | 'published' | 'expires'>,
  now: Instant,
): Standing {
  if (draft) return 'draft';
  if (published > now) return 'embargoed';
  if (expires !== undefined && expires <= now) return 'expired';
  return 'published';
}
