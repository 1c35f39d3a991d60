import type { Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';

/** When an article was last published, updated or corrected. */
export function lastChange({ published, updated }: Pick<Teaser, 'published' | 'updated'>): Instant {
  return Math.max(published, updated ?? published);
}
