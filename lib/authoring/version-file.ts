import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { listFolder } from '../content/files/source-file.ts';
import { showInstant } from '../model/dates.ts';
import type { Site, Version } from '../model/model.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { formatVersionBody, sectionOf } from '../versions/version-body.ts';
import { AuthoringError } from './authoring-error.ts';
import { openArticle } from './load-article.ts';

/** The text of a version's file. */
export function formatVersion(version: Version, { lang, timeZone }: Site): string {
  const { number, recorded, kind, note, previous, passages, redactions, parts } = version;
  const instant = (value: number) => showInstant(value, { lang, timeZone }).machine;
  const keys = {
    version: number,
    recorded: instant(recorded),
    kind,
    note,
    ...(previous !== undefined && { previous }),
    sections: parts.flatMap(({ name }) => sectionOf(name) ?? []),
    ...(passages.length > 0 && {
      correction: JSON.parse(JSON.stringify(passages.length > 1 ? passages : passages[0])),
    }),
    ...(redactions.length > 0 && {
      redactions: redactions.map(({ instant: at, reason, replaces }) => ({
        at: instant(at),
        reason,
        ...(replaces !== undefined && { replaces }),
      })),
    }),
  };
  return `---\n${stringify(keys, { lineWidth: 0 })}---\n\n${formatVersionBody(parts)}`;
}

/**
 * The numbers of an article's version files, whether or not they are valid.
 *
 * @throws AuthoringError if there is no such article.
 */
export function versionNumbers(content: string, slug: string): number[] {
  return listFolder(openArticle(content, slug), join('articles', slug, 'versions'), () => {})
    .flatMap(({ name }) => /^([1-9]\d*)\.md$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
}

/**
 * Writes the file of a new version atomically: under a hidden name first, which the loader ignores, then under its own,
 * which must not exist yet.
 *
 * @returns The file.
 * @throws AuthoringError if this version has been recorded in the meantime.
 */
export function addVersion(folder: string, number: number, text: string): string {
  const dir = join(folder, 'versions');
  makeFolder(dir);
  removeUnfinished(dir);
  const file = join(dir, `${number}.md`);
  const unfinished = writeUnfinished(dir, number, text);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    throw new AuthoringError(
      `${file} already exists: somebody has just recorded this version. Look at it, then try again.`,
    );
  } finally {
    rmSync(unfinished);
  }
  return file;
}

/** Replaces version files: all are written under hidden names before the first is renamed. */
export function replaceVersions(folder: string, texts: ReadonlyMap<number, string>): void {
  const dir = join(folder, 'versions');
  removeUnfinished(dir);
  const written = [...texts].map(([number, text]) => ({ number, unfinished: writeUnfinished(dir, number, text) }));
  for (const { number, unfinished } of written) renameSync(unfinished, join(dir, `${number}.md`));
}

function writeUnfinished(dir: string, number: number, text: string): string {
  const file = join(dir, `.${number}.md.${process.pid}`);
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return file;
}

/** The leftovers of an interrupted run. */
function removeUnfinished(dir: string): void {
  for (const name of readdirSync(dir)) if (/^\.\d+\.md\.\d+$/.test(name)) rmSync(join(dir, name));
}
