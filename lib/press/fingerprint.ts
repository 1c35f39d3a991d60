import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Files that were written so lately, in milliseconds, may be written again without a trace in their times. */
const settled = 100;

/**
 * Names the state of a folder by what the file system says of all files in it, as git does: name, size, inode, and
 * the times of change and of modification. Empty where a file is so new that its times cannot be trusted.
 */
export function fingerprintOf(dir: string): string {
  const hash = createHash('sha256');
  const tooNew = BigInt(Date.now() - settled) * 1_000_000n;
  if (!existsSync(dir)) return 'none';
  for (const name of readdirSync(dir).sort()) {
    // Gone by now, or of a name that is not UTF-8: nothing can be said of it.
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
