import { join } from 'node:path';
import { articleFolders } from '../content/files/content-places.ts';
import { wordsFor } from '../languages/languages.ts';
import { dateStyleOf } from '../model/dates.ts';
import type { Version } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { type Appearance, type Appearances, appearanceOf } from '../versions/appearances.ts';
import { differingParts } from '../versions/same-text.ts';
import { wordsDigest } from '../versions/words-digest.ts';
import { hasText, type InLanguage, openContent, readArticle } from './load-article.ts';
import { addVersion, formatVersion, versionName } from './version-file.ts';

/** The outcome for an article that appeared on schedule, in a language, without a recorded version. */
export type Due = Pick<InLanguage, 'slug' | 'lang'> & Outcome;

type Outcome =
  | { is: 'recorded'; number: number; file: string }
  /** Its text is already that of the latest version. */
  | { is: 'there already' }
  /** Its text is gone, a version has been recorded since, or no reader has seen it yet. */
  | { is: 'not recorded'; why: string };

/**
 * Writes the missing versions of articles that appeared on schedule: the text that a build showed to readers, at the
 * instant of that build.
 *
 * @throws ContentError if one of the articles has errors; those before it are already written.
 */
export function recordDue(content: string, { appeared }: Appearances, now: Instant): Due[] {
  const folder = openContent(content);
  const slugs = articleFolders(folder, () => {});
  return Object.entries(appeared).map(([name, appearance]): Due => {
    const { slug, lang } = appearanceOf(name);
    const isThere = slugs.includes(slug) && hasText({ content, slug, lang });
    if (!isThere) return { slug, lang, is: 'not recorded', why: 'the article no longer exists' };
    if (appearance.at > now)
      return { slug, lang, is: 'not recorded', why: 'the site was built for an instant in the future' };
    return { slug, lang, ...recordOne(content, slug, lang, appearance) };
  });
}

function recordOne(
  content: string,
  slug: string,
  lang: string | undefined,
  { at, translates, parts }: Appearance,
): Outcome {
  const { written, record, site } = readArticle(content, slug, lang);
  const last = written.at(-1);
  const latest = record.at(-1);
  if (latest && differingParts(latest.parts, parts).length === 0) return { is: 'there already' };
  const recorded = Math.floor(at / 1000) * 1000;
  if (last && last.recorded >= recorded) {
    return { is: 'not recorded', why: `version ${last.number} was recorded after it appeared` };
  }
  const number = written.length + 1;
  const version: Version = {
    number,
    recorded,
    // Readers never saw the previous version, if there is one, so there is no change to report.
    kind: last ? 'minor' : 'publish',
    note: wordsFor(dateStyleOf(site).lang).onSchedule,
    previous: last && wordsDigest(last.parts),
    translates,
    ...(last && { scheduled: true }),
    passages: [],
    redactions: [],
    parts,
  };
  const file = addVersion(join(content, 'articles', slug), versionName(number, lang), formatVersion(version, site));
  return { is: 'recorded', number, file };
}
