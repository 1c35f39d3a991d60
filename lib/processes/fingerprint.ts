import { createHash } from 'node:crypto';
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
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
  const hash = createHash('sha256');
  const tooNew = BigInt(Date.now() - settled) * 1_000_000n;
  const entries = entriesOf(dir);
  if (!entries) return 'none';
  for (const { name } of entries) {
    // Deleted meanwhile, or with a name that is not UTF-8: its state is unknown.
    const stat = lstatSync(join(dir, name), { bigint: true, throwIfNoEntry: false });
    if (!stat) return '';
    const { size, ino, mtimeNs, ctimeNs } = stat;
    if (mtimeNs > tooNew || ctimeNs > tooNew) return '';
    const inside = stat.isDirectory() ? fingerprintOf(join(dir, name)) : 'file';
    if (inside === '') return '';
    hash.update(`${name}/${size}/${ino}/${mtimeNs}/${ctimeNs}/${inside}/`);
  }
  return hash.digest('base64');
}

/** The content entries of a folder, sorted by name; `undefined` if it cannot be listed. */
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
