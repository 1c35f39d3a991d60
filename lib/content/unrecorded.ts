import type { Content } from './model.ts';
import type { Instant } from './moment.ts';
import type { Problem } from './problem.ts';
import { standing } from './publish.ts';

/**
 * The articles that readers may see and whose text is not that of their latest version: a published text is never
 * changed in silence. Drafts and embargoed articles may change as they like.
 */
export function unrecordedChanges({ articles }: Content, now: Instant): Problem[] {
  return articles.flatMap(({ teaser, unrecorded }) =>
    unrecorded && standing(teaser, now) === 'published' ? unrecorded : [],
  );
}
