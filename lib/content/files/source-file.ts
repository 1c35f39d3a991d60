import { isUtf8 } from 'node:buffer';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { CheckCode } from '../../model/checks.ts';
import type { Place, Report } from '../../model/problem.ts';
import { isIgnored } from '../../processes/ignored-files.ts';
import { isOfMachine, systemFault } from '../../processes/system-fault.ts';
import { isLfsPointer } from './non-picture.ts';

/** The text of a content file, without byte-order mark; `file` is the path that problems name. */
export type SourceFile = { file: string; text: string };

/** The content folder: as the editor named it, and its real path. */
export type ContentFolder = { dir: string; realDir: string };

/** The most bytes that a file may have: more than any version of an article within its bounds. */
const mostBytes = 4_000_000;

/** The most byte-order marks that are reported in one file. */
const mostMarks = 10;

/** It forgets a text when it has decoded or refused it. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Control characters (Unicode's category Cc) but for the tab and the ends of lines. */
const unprintable = /[^\t\n\r -~\u00a0-\uffff]/;

/**
 * Opens a content folder. Slashes at the end of its name, which shells add, are removed.
 *
 * @throws Error if there is no such folder, or a file in its place.
 */
export function openFolder(dir: string): ContentFolder {
  if (!statSync(dir).isDirectory()) throw new RangeError(`${dir} is no folder.`);
  return { dir: withoutEndSlash(dir), realDir: realpathSync.native(dir) };
}

/** The name of a folder without slashes at its end; the root of the file system keeps its own. */
export function withoutEndSlash(dir: string): string {
  return dir.replace(/(?<=[^/\\:])[/\\]+$/, '');
}

/**
 * Reads a text file of the content folder.
 *
 * @param path Relative to the content folder.
 * @returns The file, or `undefined` after reporting that it is missing, leads out of the folder, is larger than any text may be, is not
 *   UTF-8 or holds control characters, which HTML forbids. Byte-order marks inside the text are reported and read as word joiners.
 */
export function readSource(folder: ContentFolder, path: string, report: Report): SourceFile | undefined {
  const file = join(folder.dir, path);
  const at = { file, line: 1, column: 1 };
  let bytes: Buffer;
  try {
    const found = lstatSync(file);
    const real = found.isSymbolicLink()
      ? realpathSync.native(file)
      : `${realFolderOf(folder, dirname(file))}/${basename(file)}`;
    if (!isInside(folder.realDir, real)) {
      report({
        ...at,
        code: 'link-outside',
        message: `This is a link to ${real}, outside ${folder.dir}. Put a copy of the file here instead.`,
      });
      return undefined;
    }
    const stat = found.isSymbolicLink() ? statSync(real) : found;
    // Reading a pipe or a device may never end.
    if (!stat.isFile() && !stat.isDirectory()) {
      report({ ...at, code: 'file-unreadable', message: 'This is not a regular file. Put a file here instead.' });
      return undefined;
    }
    if (stat.size > mostBytes) {
      const message = `This file has ${stat.size.toLocaleString('en')} bytes. A text may have at most ${mostBytes.toLocaleString('en')}: divide it into several files.`;
      report({ ...at, code: 'text-too-long', message });
      return undefined;
    }
    bytes = readFileSync(real);
  } catch (error) {
    report({ ...at, code: 'file-unreadable', message: unreadable(error) });
    return undefined;
  }
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    report({
      ...at,
      line: lineOfBadByte(bytes),
      code: 'not-utf8',
      message: 'This line holds bytes that are not UTF-8. Save the file as UTF-8 in your editor.',
    });
    return undefined;
  }
  if (isLfsPointer(text)) {
    const message =
      'This is a Git LFS pointer, not the text. Fetch it with git lfs pull; in a workflow, with lfs: true of actions/checkout.';
    report({ ...at, code: 'file-unreadable', message });
    return undefined;
  }
  const control = unprintable.exec(text);
  if (control) {
    const name = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    const message = `There is an invisible control character here, U+${name}, which no page can show. Delete it.`;
    report({ file, ...placeOf(text, control.index), code: 'control-character', message });
    return undefined;
  }
  for (const { index } of text.matchAll(/\ufeff/g).take(mostMarks)) {
    const message = 'There is an invisible byte-order mark (U+FEFF) here, inside the text. Delete it.';
    report({ file, ...placeOf(text, index), code: 'byte-order-mark', message });
  }
  // A word joiner is just as invisible, and keeps all other places the same.
  return { file, text: text.replaceAll('\ufeff', '\u2060') };
}

function placeOf(text: string, index: number): Place {
  const before = text.slice(0, index).split(/\r\n|\r|\n/);
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

/**
 * The entries of a folder of the content, sorted by name so that every machine sees them in one order.
 *
 * Entries that are not content are left out. A folder that does not exist is empty. A link, a name that is not UTF-8, and
 * a folder that cannot be read are reported and left out.
 */
export function listFolder(folder: ContentFolder, path: string, report: Report): { name: string; isFolder: boolean }[] {
  const entries = [];
  const dir = join(folder.dir, path);
  const problem = (name: string, code: CheckCode, message: string) =>
    report({ file: join(dir, name), line: 1, column: 1, code, message });
  try {
    const found = readdirSync(dir, { withFileTypes: true });
    if (found.some(({ name }) => name.includes(replacement))) {
      for (const name of namesThatAreNotUtf8(dir)) {
        const message = `This name has bytes that are not UTF-8, shown as \\x and their number. Rename the file or folder with letters a to z, digits and hyphens.`;
        problem(name, 'file-name', message);
      }
    }
    for (const entry of found) {
      if (isIgnored(entry.name, entry.isDirectory())) continue;
      if (entry.name.includes(replacement) && !existsSync(join(dir, entry.name))) continue;
      if (!entry.isSymbolicLink()) {
        entries.push({ name: entry.name, isFolder: entry.isDirectory() });
        continue;
      }
      const message = `This is a symbolic link. Content is read only from files in ${folder.dir}: put a copy of the file here instead.`;
      problem(entry.name, 'link-outside', message);
    }
  } catch (error) {
    if (!isMissing(error)) {
      const at = { file: join(folder.dir, path), line: 1, column: 1 };
      report({ ...at, code: 'file-unreadable', message: unreadable(error) });
    }
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The replacement in a decoded name for bytes that are not UTF-8; no file can be opened by such a name. */
const replacement = '\ufffd';

/** The names in a folder that are not UTF-8, with each such byte as `\x` and its number; hidden files are left out. */
function namesThatAreNotUtf8(dir: string): string[] {
  return readdirSync(dir, { encoding: 'buffer' }).flatMap((bytes) => {
    if (isUtf8(bytes) || bytes[0] === dot) return [];
    return bytes.toString('latin1').replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16)}`);
  });
}

const dot = '.'.charCodeAt(0);

/** The real paths of folders in a content folder, for as long as that is open. */
const realFolders = new WeakMap<ContentFolder, Map<string, string>>();

/** The real path of a folder: resolved once for all files in it. */
function realFolderOf(folder: ContentFolder, dir: string): string {
  const known = realFolders.get(folder) ?? new Map<string, string>();
  realFolders.set(folder, known);
  return known.getOrInsertComputed(dir, (path) => realpathSync.native(path));
}

function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

/**
 * Why a file or a folder cannot be read, and what to do.
 *
 * @throws The error if it is no fault of this file.
 */
function unreadable(error: unknown): string {
  if (isOfMachine(error)) throw error;
  if (isMissing(error)) return 'This file is missing. Create it; docs/keys.md shows what belongs in it.';
  if (error instanceof Error && 'code' in error && error.code === 'EISDIR') {
    return 'This is a folder, and a file is expected. Rename the folder or remove it.';
  }
  return `This cannot be read. ${systemFault(error) ?? String(error)}`;
}

function lineOfBadByte(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start <= bytes.length; line++) {
    const newline = bytes.indexOf(0x0a, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}
