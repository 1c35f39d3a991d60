import { join } from 'node:path';
import type { Version, VersionKind } from '../model/model.ts';
import { AuthoringError } from './authoring-error.ts';
import { readArticle } from './load-article.ts';
import { findPassages, type Revision } from './revise.ts';
import { formatVersion, replaceVersions, versionName } from './version-file.ts';

/** The new values for a version; omitted ones stay as they are. */
export type Amendment = Pick<Revision, 'slug' | 'lang' | 'section' | 'passages'> & {
  number: number;
  kind?: VersionKind | undefined;
  note?: string | undefined;
};

/**
 * Corrects the kind or the note of a version. Its text, whose digest the next version names, stays the same.
 *
 * @returns The corrected version.
 * @throws AuthoringError if there is no such version, it cannot be of this kind, or nothing would change.
 */
export function setRight(content: string, amendment: Amendment): Version {
  const { slug, number } = amendment;
  const { written, site, lang } = readArticle(content, slug, amendment.lang);
  const version = written[number - 1];
  const before = written[number - 2];
  if (!version) {
    throw new AuthoringError(
      `There is no version ${number} of ${slug}. ${written.length === 0 ? 'It has none' : `Its last is version ${written.length}`}.`,
    );
  }
  const kind = amendment.kind ?? version.kind;
  if ((kind === 'publish') !== (number === 1)) {
    throw new AuthoringError(
      number === 1
        ? 'The first version is the publication. Its note can be corrected, but its kind stays publish.'
        : `Only the first version is the publication. Give version ${number} --kind update, correction or minor.`,
    );
  }
  const isNew = version.kind !== 'correction' || (amendment.passages ?? []).length > 0;
  const passages =
    kind !== 'correction' || !before
      ? []
      : isNew
        ? findPassages(amendment, before.parts, version.parts, site.lang)
        : version.passages;
  const changed: Version = { ...version, kind, note: amendment.note?.trim() ?? version.note, passages };
  const text = formatVersion(changed, site);
  if (text === formatVersion(version, site)) {
    throw new AuthoringError(`Version ${number} of ${slug} already has this kind and this note.`);
  }
  replaceVersions(join(content, 'articles', slug), new Map([[versionName(number, lang), text]]));
  return changed;
}
