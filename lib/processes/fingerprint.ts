import { createHash, hash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isIgnored } from './ignored-files.ts';

/** How recently, in milliseconds, a file must have been written for another write to go unnoticed in its times. */
const settled = 100;

/**
 * Identifies the state of a folder by what the file system says about its content, as git does: name, size, inode, and
 * the times of change and of modification.
 *
 * @returns `none` if there is no such folder; an empty text if a file is so new that its times cannot be trusted, or is
 *   deleted meanwhile.
 */
export function fingerprintOf(dir: string): string {
  const tooNew = Date.now() - settled;
  const entries = entriesOf(dir);
  if (!entries) return 'none';
  let state = '';
  for (const { name } of entries) {
    // Gone by now, or of a name that is not UTF-8: nothing can be said of it. Not `join`: there are very many.
    const path = `${dir}/${name}`;
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (!stat) return '';
    // Milliseconds with a fraction, which is exact to less than a microsecond.
    const { size, ino, mtimeMs, ctimeMs } = stat;
    if (mtimeMs > tooNew || ctimeMs > tooNew) return '';
    const inside = stat.isDirectory() ? fingerprintOf(path) : 'file';
    if (inside === '') return '';
    state += `${name}/${size}/${ino}/${mtimeMs}/${ctimeMs}/${inside}/`;
  }
  return hash('sha256', state, 'base64');
}

/**
 * A digest of the files of a folder: the same for a copy of it, such as a fresh clone.
 *
 * @returns An empty text if there is no such folder, or something in it cannot be read.
 */
export function filesDigest(dir: string): string {
  const all = createHash('sha256');
  const entries = entriesOf(dir);
  if (!entries) return '';
  for (const entry of entries) {
    const inside = digestOfEntry(join(dir, entry.name), entry);
    if (inside === '') return '';
    all.update(`${entry.name}/${inside}/`);
  }
  return all.digest('base64');
}

function digestOfEntry(path: string, entry: Dirent): string {
  if (entry.isDirectory()) return filesDigest(path);
  try {
    if (entry.isSymbolicLink()) return `link ${readlinkSync(path)}`;
    // Reading a pipe or a device may never end.
    return entry.isFile() ? hash('sha256', readFileSync(path), 'base64') : '';
  } catch {
    return '';
  }
}

/** What there is of content in a folder, sorted by name; `undefined` if it cannot be listed. */
function entriesOf(dir: string): Dirent[] | undefined {
  try {
    const entries = readdirSync(dir, { withFileTypes: true }).filter(
      (entry) => !isIgnored(entry.name, entry.isDirectory()),
    );
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return undefined;
  }
}
