import { join } from 'node:path';
import { articleFolders } from '../content/files/content-places.ts';
import { wordsFor } from '../languages/languages.ts';
import { dateStyleOf } from '../model/dates.ts';
import type { Version } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import type { Appearance, Appearances } from '../versions/appearances.ts';
import { differingParts } from '../versions/same-text.ts';
import { wordsDigest } from '../versions/words-digest.ts';
import { openContent, readArticle } from './load-article.ts';
import { addVersion, formatVersion, versionName } from './version-file.ts';

/** The outcome for an article that appeared on schedule without a recorded version. */
export type Due = { slug: string } & (
  | { is: 'recorded'; number: number; file: string }
  /** Its text is already that of the latest version. */
  | { is: 'there already' }
  /** Its folder is gone, a version has been recorded since, or no reader has seen it yet. */
  | { is: 'not recorded'; why: string }
);

/**
 * Writes the missing versions of articles that appeared on schedule: the text that a build showed to readers, at the
 * instant of that build.
 *
 * @throws ContentError if one of the articles has errors; those before it are already written.
 */
export function recordDue(content: string, { appeared }: Appearances, now: Instant): Due[] {
  const folder = openContent(content);
  const slugs = articleFolders(folder, () => {});
  return Object.entries(appeared).map(([slug, appearance]) => {
    if (!slugs.includes(slug)) return { slug, is: 'not recorded', why: 'the article no longer exists' };
    if (appearance.at > now)
      return { slug, is: 'not recorded', why: 'the site was built for an instant in the future' };
    return recordOne(content, slug, appearance);
  });
}

function recordOne(content: string, slug: string, { at, parts }: Appearance): Due {
  const { written, record, site } = readArticle(content, slug);
  const last = written.at(-1);
  const latest = record.at(-1);
  if (latest && differingParts(latest.parts, parts).length === 0) return { slug, is: 'there already' };
  const recorded = Math.floor(at / 1000) * 1000;
  if (last && last.recorded >= recorded) {
    return { slug, is: 'not recorded', why: `version ${last.number} was recorded after it appeared` };
  }
  const number = written.length + 1;
  const version: Version = {
    number,
    recorded,
    // Readers never saw the previous version, if there is one, so there is no change to report.
    kind: last ? 'minor' : 'publish',
    note: wordsFor(dateStyleOf(site).lang).onSchedule,
    previous: last && wordsDigest(last.parts),
    passages: [],
    redactions: [],
    parts,
  };
  const file = addVersion(
    join(content, 'articles', slug),
    versionName(number, undefined),
    formatVersion(version, site),
  );
  return { slug, is: 'recorded', number, file };
}
