import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionOf } from '../content/article/article-versions.ts';
import { readFrontMatter } from '../content/files/front-matter.ts';
import { versionSchema } from '../content/files/schema.ts';
import { validate } from '../content/files/validate.ts';
import type { Version } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { holds } from '../versions/holds.ts';
import { differingParts } from '../versions/same-text.ts';
import { parseVersionBody } from '../versions/version-body.ts';
import { wordsDigest } from '../versions/words-digest.ts';
import { AuthoringError } from './authoring-error.ts';
import { bothSides, type Commit, fileAt } from './git-files.ts';
import { type InLanguage, namedInCommand, type OpenedArticle, readArticle } from './load-article.ts';
import { recordedIn, refusePublished } from './published-version.ts';
import { addVersion, formatVersion, versionName, versionNumbers } from './version-file.ts';

/** The versions to look at, and which of them readers may have seen. */
export type Numbering = InLanguage & { since: Commit | undefined };

/** A version's file, with its current number. */
type Written = { number: number; text: string; version: Version };

/**
 * Renumbers, during a merge, versions that two branches recorded under the same number: the published one, or else the
 * older one, keeps its number, and the other becomes the last. It then records the merged text, since no reader saw it
 * without the other.
 *
 * A version whose file was renumbered by hand counts as the second of the two.
 *
 * @returns The new numbers, by the old ones.
 * @throws AuthoringError if no two share a number, the second is published, or the merged text has none of its changes;
 *   ContentError if the article has problems. In each case no file is changed.
 */
export function renumber(numbering: Numbering, now: Instant): { from: number; to: number; file: string }[] {
  const { content, slug, lang } = numbering;
  const fileOf = (number: number) => join(dir, versionName(number, lang));
  const dir = join(content, 'articles', slug, 'versions');
  const before = new Map(versionNumbers(numbering).map((number) => [number, readFileSync(fileOf(number), 'utf8')]));
  const { stay, move } = sidesOf(numbering, dir, [...before]);
  if (move.length === 0) {
    throw new AuthoringError(
      `No two versions of ${slug} share a number. Run this during the merge, before the conflict in ${dir} is resolved.`,
    );
  }
  for (const { number, text } of move) refusePublished(numbering, dir, number, text);
  const restore = () => {
    for (const number of versionNumbers(numbering)) rmSync(fileOf(number));
    for (const [number, text] of before) writeFileSync(fileOf(number), text);
  };
  try {
    for (const number of before.keys()) {
      const staying = stay.find((one) => one.number === number);
      if (staying) writeFileSync(fileOf(number), staying.text);
      else rmSync(fileOf(number));
    }
    const article = readArticle(content, slug, lang);
    return moved(numbering, article, move, now).map((version, index) => {
      const name = versionName(version.number, lang);
      const file = addVersion(join(content, 'articles', slug), name, formatVersion(version, article.site));
      return { from: move[index]?.version.number ?? version.number, to: version.number, file };
    });
  } catch (error) {
    restore();
    throw error;
  }
}

/** The versions that keep their numbers and those that are renumbered, each in order. */
function sidesOf(
  { slug, lang, since }: Numbering,
  dir: string,
  files: readonly [number, string][],
): { stay: Written[]; move: Written[] } {
  const stay: Written[] = [];
  const move: Written[] = [];
  for (const [number, text] of files) {
    const name = versionName(number, lang);
    const sides = bothSides(dir, name);
    const [one, other] = [sides?.ours ?? text, sides?.theirs].map((side) =>
      side === undefined ? undefined : read(join(dir, name), side, number),
    );
    if (!one) {
      throw new AuthoringError(`${join(dir, name)} cannot be read. Restore it, then renumber the versions of ${slug}.`);
    }
    const isMoved = (written: Written) => {
      const last = move.at(-1);
      const follows = last !== undefined && written.version.previous === wordsDigest(last.version.parts);
      return follows || written.version.number !== number;
    };
    if (!other) (isMoved(one) ? move : stay).push(one);
    else {
      const published = since && fileAt(since, dir, name);
      const isSeen = (written: Written) =>
        published !== undefined && recordedIn(published) === recordedIn(written.text);
      const otherStays =
        isMoved(one) ||
        (!isMoved(other) && (isSeen(other) || (!isSeen(one) && other.version.recorded < one.version.recorded)));
      stay.push(otherStays ? other : one);
      move.push(otherStays ? one : other);
    }
  }
  return { stay, move };
}

/** The renumbered versions, which follow the last one that keeps its number. */
function moved(
  { content, slug, lang }: Numbering,
  { written, text }: OpenedArticle,
  move: readonly Written[],
  now: Instant,
): Version[] {
  const done: Version[] = [];
  for (const [index, { version }] of move.entries()) {
    const last = done.at(-1) ?? written.at(-1);
    if (!last)
      throw new AuthoringError(`No version of ${slug} would keep its number. Restore the first, then run this again.`);
    const isLatest = index === move.length - 1;
    const parts = isLatest ? text : version.parts;
    if (isLatest && differingParts(last.parts, text).length === 0) {
      throw new AuthoringError(
        `The text of ${slug} has nothing that version ${last.number} does not have. Merge the changes of both branches into it first. If it is right as it is, keep only version ${last.number}, and delete the other.`,
      );
    }
    for (const { section, was, is } of version.passages) {
      const isThere = holds(last.parts, section, was) && holds(parts, section, is);
      if (isThere) continue;
      throw new AuthoringError(
        `A correction from "${was}" to "${is}" does not fit between version ${last.number} and the current text. Keep only version ${last.number}, and record the correction again: ${suggestedCommand('revise', [...namedInCommand({ slug, lang }), '--kind correction --note "…"'], { content })}.`,
      );
    }
    done.push({
      ...version,
      number: last.number + 1,
      kind: version.kind === 'publish' ? 'update' : version.kind,
      recorded: isLatest || version.recorded <= last.recorded ? Math.max(now, last.recorded + 1000) : version.recorded,
      previous: wordsDigest(last.parts),
      parts,
    });
  }
  return done;
}

/** Reads the text of a version's file; `undefined` if it is not a valid version. */
function read(file: string, text: string, number: number): Written | undefined {
  const ignore = () => {};
  const frontMatter = readFrontMatter({ file, text }, ignore);
  const data = frontMatter && validate(versionSchema, frontMatter, ignore);
  const body = frontMatter && parseVersionBody(frontMatter.body);
  if (!data || !body || 'faultyLine' in body) return undefined;
  return { number, text, version: versionOf(data.version, data, body.parts) };
}
