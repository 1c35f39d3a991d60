import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { measure } from '../../markdown/measure.ts';
import type { CheckCode } from '../../model/checks.ts';
import type { Version } from '../../model/model.ts';
import type { Place, Problem, Report } from '../../model/problem.ts';
import type { Part } from '../../model/recorded-part.ts';
import { shellWord, suggestedCommand } from '../../model/suggested-command.ts';
import { holds } from '../../versions/holds.ts';
import { parseVersionBody, sectionOf } from '../../versions/version-body.ts';
import { wordsDigest } from '../../versions/words-digest.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { type ReadFile, readFile } from '../files/read-file.ts';
import { versionSchema } from '../files/schema.ts';
import { type ContentFolder, listFolder } from '../files/source-file.ts';
import { excessOf, partBounds, recordBounds } from '../files/text-bounds.ts';
import { type Edition, entriesIn, isFirst, nameIn, originalName } from '../translations/edition.ts';

/**
 * Reads the versions of an article, and reports what is wrong with them: gaps in the numbers, times out of order, bodies that are not
 * recorded text, text that was changed after it was recorded, and corrections whose passages are not in the versions before and after.
 *
 * @param path The article's folder, relative to the content folder.
 * @param edition The language whose versions are read; each has its own.
 */
export function readVersions(folder: ContentFolder, path: string, edition: Edition, tell: Report): Version[] {
  const report: Report = (problem) =>
    tell(problem.code === 'conflict-marker' ? inTheMerge(folder, path, edition, problem) : problem);
  const dir = join(path, 'versions');
  const numbers: number[] = [];
  const entries = listFolder(folder, dir, isFirst(edition) ? report : () => {});
  for (const { name } of entriesIn(edition, join(folder.dir, dir), entries, report)) {
    if (!isFirst(edition) && originalName(edition, name) === undefined) continue;
    const number = /^([1-9]\d*)\.md$/.exec(originalName(edition, name) ?? '')?.[1];
    if (number !== undefined) numbers.push(Number(number));
    else {
      const message = `"${name}" is not a version. Only npm run revise writes here: remove the file.`;
      report({ file: join(folder.dir, dir, name), line: 1, column: 1, code: 'file-name', message });
    }
  }
  const versions: Version[] = [];
  for (const [index, number] of numbers.sort((a, b) => a - b).entries()) {
    const name = nameIn(edition, `${number}.md`);
    const file = join(folder.dir, dir, name);
    if (number !== index + 1) {
      const message = `Version ${index + 1} is missing. Restore its file: the record has no gaps.`;
      report({ file, line: 1, column: 1, code: 'version-missing', message });
      return versions;
    }
    const read = readFile(folder, join(dir, name), versionSchema, report, undefined, recordBounds);
    const version = read && makeVersion(number, read, versions.at(-1), report);
    if (!version) return versions;
    versions.push(version);
  }
  return versions;
}

/** What to do about a conflict in a version's file, since keeping one side would lose the other. */
function inTheMerge({ dir }: ContentFolder, path: string, edition: Edition, problem: Problem): Problem {
  const language = isFirst(edition) ? [] : [`--lang ${edition.lang}`];
  const command = suggestedCommand('revise', [basename(path), ...language, '--renumber'], { content: dir });
  const message = `Two branches have recorded this version. Resolve the conflicts in the text first; then, before you commit the merge, give each version its own number: ${command}`;
  return { ...problem, message };
}

function makeVersion(
  number: number,
  { data, frontMatter }: ReadFile<z.output<typeof versionSchema>>,
  before: Version | undefined,
  report: Report,
): Version | undefined {
  if (!data) return undefined;
  let isWhole = true;
  const say = (path: PropertyKey[], code: CheckCode, message: string) => {
    isWhole = false;
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code, message });
  };
  const body = parseVersionBody(frontMatter.body);
  if ('faultyLine' in body) {
    const line = frontMatter.bodyLine + body.faultyLine - 1;
    const message = 'This is not part of a recorded text. Restore the file as npm run revise wrote it.';
    report({ file: frontMatter.file, line, column: 1, code: 'version-body', message });
    return undefined;
  }
  const { parts } = body;
  for (const { name, markdown } of parts) {
    const excess = excessOf(measure(markdown), partBounds);
    if (!excess) continue;
    const line = frontMatter.lines.indexOf(`<!-- ${name} -->`) + 1;
    report({ file: frontMatter.file, ...excess, line });
    return undefined;
  }
  const ids = parts.flatMap(({ name }) => sectionOf(name) ?? []);
  if (data.version !== number)
    say(['version'], 'version-number', `The name of the file says version ${number}. Write ${number}.`);
  if (ids.join() !== data.sections.join()) {
    say(['sections'], 'version-body', `The sections below are ${ids.join(', ') || 'none'}. Restore the file.`);
  }
  if (before && data.recorded <= before.recorded) {
    say(['recorded'], 'date-order', `This is not after version ${before.number}. Restore the instant.`);
  }
  checkChain(frontMatter, data.previous, before, report);
  if ((data.kind === 'publish') !== (before === undefined)) {
    say(['kind'], 'version-kind', 'The first version is of the kind publish, and no other is. Restore the file.');
  }
  const { correction } = data;
  const passages = correction === undefined ? [] : [correction].flat();
  for (const [index, { section, was, is }] of passages.entries()) {
    if (!before) break;
    const path = Array.isArray(correction) ? ['correction', index] : ['correction'];
    const quoted = [
      ['was', was, before.parts],
      ['is', is, parts],
    ] as const;
    for (const [key, passage, text] of quoted) {
      if (holds(text, section, passage)) continue;
      const where = key === 'was' ? `version ${before.number}` : 'this version';
      say([...path, key], 'correction-passage', `This passage is not in ${where}. Quote it as readers saw it.`);
    }
  }
  return isWhole ? versionOf(number, data, parts) : undefined;
}

/** The version with this number as its file has it; its passages and its place in the record are not checked. */
export function versionOf(number: number, data: z.output<typeof versionSchema>, parts: Part[]): Version {
  const { recorded, kind, note, previous, translates, scheduled, correction, redactions } = data;
  return {
    number,
    recorded,
    kind,
    note,
    previous,
    ...(translates !== undefined && { translates }),
    ...(scheduled && { scheduled }),
    passages: correction === undefined ? [] : [correction].flat().map(({ section, was, is }) => ({ section, was, is })),
    redactions: redactions.map(({ at, reason, replaces }) => ({ instant: at, reason, replaces })),
    parts,
  };
}

/**
 * Reports a version whose text does not match the digest in the next one. The chain begins with the first version that
 * has a digest; every later one must have one.
 */
function checkChain(
  { file, placeOf }: FrontMatter,
  previous: string | undefined,
  before: Version | undefined,
  report: Report,
): void {
  const tell = (file: string, place: Place, message: string) => {
    const find = `git log --oneline -- ${shellWord(file)}`;
    const cure = `${message} Restore the file; this finds it in git: ${find}`;
    report({ file, ...place, code: 'version-digest', message: cure });
  };
  const start = { line: 1, column: 1 };
  if (previous === undefined) {
    if (before?.previous === undefined) return;
    tell(file, start, `This version has no digest of the previous one, but version ${before.number} has one.`);
  } else if (!before) {
    tell(file, placeOf(['previous']), 'This is the first version, but it names a previous one.');
  } else if (previous !== wordsDigest(before.parts)) {
    const rewritten = join(dirname(file), basename(file).replace(/^\d+/, String(before.number)));
    const next = before.number + 1;
    tell(
      rewritten,
      start,
      `The words of this version were changed after it was recorded: version ${next} has another digest of them.`,
    );
  }
}

/** Identifies what a version says: removing a passage changes it. */
export function versionDigest({ note, passages, parts }: Version): string {
  return createHash('sha256')
    .update(JSON.stringify([note, passages.length > 1 ? passages : passages[0], parts]))
    .digest('hex')
    .slice(0, 16);
}
