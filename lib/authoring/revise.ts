import { join } from 'node:path';
import type { CorrectedPassage, Version, VersionKind } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import type { Part } from '../model/recorded-part.ts';
import { type ComparedPart, compareVersions } from '../versions/compare.ts';
import { correctedPassage } from '../versions/corrected-passage.ts';
import { holds } from '../versions/holds.ts';
import { differingParts } from '../versions/same-text.ts';
import { sectionOf } from '../versions/version-body.ts';
import { wordsDigest } from '../versions/words-digest.ts';
import { AuthoringError } from './authoring-error.ts';
import { type OpenedArticle, readArticle } from './load-article.ts';
import { addVersion, formatVersion, versionName } from './version-file.ts';

/** What an editor asks to be recorded. */
export type Revision = {
  slug: string;
  /** The language of the text; the first of the publication if it is left out. */
  lang?: string | undefined;
  kind: VersionKind;
  /** What has changed and why, for readers. */
  note: string;
  /** For a correction, if it cannot be worked out: the section, and each passage before and after. */
  section?: string | undefined;
  passages?: readonly { was: string; is: string }[];
};

/** A version that is ready to be recorded: how it differs from the previous one, and how to write it. */
export type PreparedVersion = {
  number: number;
  changes: ComparedPart[];
  /** The corrected passages; empty for any other kind. */
  passages: CorrectedPassage[];
  /** Writes the version's file atomically and returns its path. */
  write: () => string;
};

/**
 * Prepares the next version of an article from its current files. Writes nothing yet.
 *
 * @param content The content folder.
 * @throws AuthoringError if nothing has changed, the kind does not fit, or a correction's passage cannot be found;
 *   ContentError where the article has problems.
 */
export function prepareVersion(content: string, revision: Revision, now: Instant): PreparedVersion {
  const article = readArticle(content, revision.slug, revision.lang);
  const { slug, lang, text, record, written, site, teaser } = article;
  const last = written.at(-1);
  const latest = record.at(-1);
  checkKind(revision.kind, article);
  if (latest && differingParts(latest.parts, text).length === 0) {
    throw new AuthoringError(
      `Nothing has changed since version ${latest.number}. Change the text first, then record it.`,
    );
  }
  if (latest && latest.recorded >= now) {
    throw new AuthoringError(
      `Version ${latest.number} was recorded later than this machine's clock says. Set the clock.`,
    );
  }
  const passages =
    revision.kind === 'correction' && latest ? findPassages(revision, latest.parts, text, site.lang) : [];
  const number = record.length + 1;
  const version: Version = {
    number,
    recorded: now,
    kind: revision.kind,
    note: revision.note.trim(),
    previous: last && wordsDigest(last.parts),
    translates: teaser.translation?.translates,
    passages,
    redactions: [],
    parts: text,
  };
  return {
    number,
    changes: compareVersions(latest?.parts ?? [], text, site.lang).filter(({ change }) => change !== 'none'),
    passages,
    write: () => addVersion(join(content, 'articles', slug), versionName(number, lang), formatVersion(version, site)),
  };
}

function checkKind(kind: VersionKind, { slug, record, teaser }: OpenedArticle): void {
  const isFirst = record.length === 0;
  if (teaser.draft) {
    throw new AuthoringError(
      `${slug} is a draft, which readers do not see. Remove "draft: true", then record what they will see.`,
    );
  }
  if (isFirst && kind !== 'publish') {
    throw new AuthoringError(`No version of ${slug} is recorded yet. Record the first with --kind publish.`);
  }
  if (!isFirst && kind === 'publish') {
    throw new AuthoringError(
      `${slug} is already published. Say what this version is: --kind update, correction or minor.`,
    );
  }
}

/**
 * The passages that a correction corrects: those that were named, or the one that changed.
 *
 * @throws AuthoringError if a named passage is missing, or none was named and it cannot be worked out.
 */
export function findPassages(
  { section, passages = [] }: Pick<Revision, 'section' | 'passages'>,
  before: readonly Part[],
  after: readonly Part[],
  lang: string,
): CorrectedPassage[] {
  if (passages.length === 0) {
    const found = correctedPassage(before, after, lang);
    if (found) return [found];
    throw new AuthoringError(
      'More than one passage has changed. Say what is corrected: --was "as it was" --is "as it is now" for each passage, as readers see it.',
    );
  }
  const ids = after.flatMap(({ name }) => sectionOf(name) ?? []);
  if (section !== undefined && !ids.includes(section)) {
    throw new AuthoringError(`There is no section "${section}". The sections are ${ids.join(', ')}.`);
  }
  return passages.map(({ was, is }) => {
    if (!holds(before, section, was))
      throw new AuthoringError(`The previous version does not say "${was}". Quote it as readers saw it.`);
    if (!holds(after, section, is))
      throw new AuthoringError(`The current text does not say "${is}". Quote it as readers will see it.`);
    const at = section ?? ids.find((id) => holds(before, id, was) && holds(after, id, is));
    return { section: at, was, is };
  });
}
