import type { Teaser } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { standing } from '../model/standing.ts';

/** An article that may differ from its record; without a teaser it has errors and cannot be published anyway. */
type Recorded = {
  teaser: Pick<Teaser, 'draft' | 'published' | 'expires'> | undefined;
  unrecorded: Problem | undefined;
};

/**
 * The articles that readers may see and whose text is not that of their latest version, or that have no version: a
 * published text never changes silently. Drafts and embargoed articles may change freely.
 */
export function unrecordedChanges(articles: readonly Recorded[], now: Instant): Problem[] {
  return articles.flatMap(({ teaser, unrecorded }) =>
    unrecorded && teaser && standing(teaser, now) === 'published' ? unrecorded : [],
  );
}
