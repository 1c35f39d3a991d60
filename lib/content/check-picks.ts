import type { Instant } from '../model/moment.ts';
import type { Report } from '../model/problem.ts';
import { standing } from '../model/standing.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import type { Reference } from './article/references.ts';

/**
 * Warns of picked articles that readers cannot see at `now`, and of pins that have expired. An embargo ends by itself, and
 * the picked article appears then.
 *
 * @param inFront What `front.md` names.
 */
export function checkPicks(
  articles: readonly ParsedArticle[],
  inFront: readonly Reference[],
  now: Instant,
  report: Report,
): void {
  const former = articles.flatMap((article) => article.aliases.map((alias) => [alias, article] as const));
  const bySlug = new Map([...former, ...articles.map((article) => [article.slug, article] as const)]);
  for (const { kind, id, file, line, column } of [...articles.flatMap(({ references }) => references), ...inFront]) {
    const teaser = kind === 'article' ? bySlug.get(id)?.teaser : undefined;
    const state = teaser && standing(teaser, now);
    if (state !== 'draft' && state !== 'expired') continue;
    const why = state === 'draft' ? 'is a draft' : 'was taken down';
    const message = `"${id}" ${why}, so readers do not see it here. Remove it, or pick another.`;
    report({ file, line, column, code: 'pick-hidden', message });
  }
  for (const { file, pin } of articles) {
    if (!pin || pin.until > now) continue;
    const { line, column } = pin;
    const message =
      'This instant is past, so the article is no longer pinned. Remove pinnedUntil, or write a later one.';
    report({ file, line, column, code: 'pin-over', message });
  }
}
