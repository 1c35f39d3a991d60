import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { listFolder } from '../content/files/source-file.ts';
import { showInstant } from '../model/dates.ts';
import type { Site, Version } from '../model/model.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { formatVersionBody, sectionOf } from '../versions/version-body.ts';
import { AuthoringError } from './authoring-error.ts';
import { type InLanguage, openArticle } from './load-article.ts';

/** The text of a version's file. */
export function formatVersion(version: Version, { lang, timeZone }: Site): string {
  const { number, recorded, kind, note, previous, translates, scheduled, passages, redactions, parts } = version;
  const instant = (value: number) => showInstant(value, { lang, timeZone }).machine;
  const keys = {
    version: number,
    recorded: instant(recorded),
    kind,
    note,
    ...(previous !== undefined && { previous }),
    ...(translates !== undefined && { translates }),
    ...(scheduled && { scheduled }),
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
 * The name of a version's file.
 *
 * @param lang The language, if it is not the first of the publication.
 */
export function versionName(number: number, lang: string | undefined): string {
  return lang === undefined ? `${number}.md` : `${number}.${lang}.md`;
}

/**
 * The numbers of an article's version files in a language, whether or not they are valid.
 *
 * @throws AuthoringError if there is no such article.
 */
export function versionNumbers({ content, slug, lang }: InLanguage): number[] {
  return listFolder(openArticle(content, slug), join('articles', slug, 'versions'), () => {})
    .map(({ name }) => Number(/^[1-9]\d*/.exec(name)?.[0]))
    .filter((number, index, all) => all.indexOf(number) === index)
    .filter((number) => existsSync(join(content, 'articles', slug, 'versions', versionName(number, lang))))
    .sort((a, b) => a - b);
}

/**
 * Writes the file of a new version atomically: under a hidden name first, which the loader ignores, then under its own,
 * which must not exist yet.
 *
 * @param folder The folder of the article.
 * @returns The file.
 * @throws AuthoringError if this version has been recorded in the meantime.
 */
export function addVersion(folder: string, name: string, text: string): string {
  const dir = join(folder, 'versions');
  makeFolder(dir);
  removeUnfinished(dir);
  const file = join(dir, name);
  const unfinished = writeUnfinished(dir, name, text);
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
export function replaceVersions(folder: string, texts: ReadonlyMap<string, string>): void {
  const dir = join(folder, 'versions');
  removeUnfinished(dir);
  const written = [...texts].map(([name, text]) => ({ name, unfinished: writeUnfinished(dir, name, text) }));
  for (const { name, unfinished } of written) renameSync(unfinished, join(dir, name));
}

function writeUnfinished(dir: string, name: string, text: string): string {
  const file = join(dir, `.${name}.${process.pid}`);
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
  for (const name of readdirSync(dir)) if (/^\.\d+\.(?:[\w-]+\.)?md\.\d+$/.test(name)) rmSync(join(dir, name));
}
