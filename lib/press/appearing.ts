import type { ParsedArticle } from '../content/article/parse-article.ts';
import type { Instant } from '../model/moment.ts';
import { isError, type Problem } from '../model/problem.ts';
import type { Part } from '../model/recorded-part.ts';
import { standing } from '../model/standing.ts';
import { type Appearance, type Appearances, appearanceName } from '../versions/appearances.ts';
import { differingParts } from '../versions/same-text.ts';

/** What a build stores about unrecorded texts, and which of them are to be reported, by the slug of the article. */
export type Unrecorded = { kept: Appearances; problems: ReadonlyMap<string, Problem> };

/**
 * Decides which published texts of a language are not recorded and must not be shown. If an embargo has ended since the last build, the
 * current text is what readers see first, whatever was recorded: it is stored, and from then on must not change until a
 * version records it, if the article has versions or the site requires one. An embargo that an editor removed does not
 * count: that text was published by hand. For a faulty article nothing changes.
 *
 * @param kept What the last build stored.
 * @param language The language, if it is not the first of the publication.
 * @param textOf The text of an article as it would be recorded now.
 * @param command The command that writes the versions that are due.
 */
export function appearing(
  articles: readonly Pick<ParsedArticle, 'slug' | 'teaser' | 'unrecorded'>[],
  now: Instant,
  kept: Appearances,
  language: string | undefined,
  textOf: (slug: string) => Part[],
  command: string,
): Unrecorded {
  const embargoed: [string, Instant][] = [];
  const appeared: [string, Appearance][] = [];
  const problems = new Map<string, Problem>();
  for (const { slug, teaser, unrecorded } of articles) {
    const name = appearanceName(slug, language);
    const before = Object.hasOwn(kept.appeared, name) ? kept.appeared[name] : undefined;
    const end = Object.hasOwn(kept.embargoed, name) ? kept.embargoed[name] : undefined;
    if (!teaser) {
      if (before) appeared.push([name, before]);
      else if (end !== undefined) embargoed.push([name, end]);
      continue;
    }
    const is = standing(teaser, now);
    if (is === 'embargoed') embargoed.push([name, teaser.published]);
    else if (is !== 'published') {
      if (before && unrecorded) appeared.push([name, before]);
    } else if (unrecorded) {
      if (!before && end !== teaser.published) {
        problems.set(slug, unrecorded);
        continue;
      }
      const parts = textOf(slug);
      const shown = before ?? { at: now, translates: teaser.translation?.translates, parts };
      appeared.push([name, shown]);
      const changed = differingParts(shown.parts, parts);
      if (!isError(unrecorded)) problems.set(slug, unrecorded);
      else if (changed.length > 0) problems.set(slug, changedSince(unrecorded, shown, changed, command));
    }
  }
  return { kept: { embargoed: Object.fromEntries(embargoed), appeared: Object.fromEntries(appeared) }, problems };
}

function changedSince({ file }: Problem, { at }: Appearance, changed: readonly string[], command: string): Problem {
  const instant = new Date(at).toISOString().replace('.000', '');
  const message = `Readers saw another text: what appeared on ${instant} differs in ${changed.join(', ')}, and no version has it. Record what appeared with ${command}, then record the change, or restore the text.`;
  return { file, line: 1, column: 1, code: 'unrecorded', message };
}
