import { join } from 'node:path';
import type { Report } from '../../model/problem.ts';
import { isPictureFile } from './find-picture.ts';

/**
 * Warns of pictures in a folder that no text names: usually one was renamed or forgotten.
 *
 * @param named The files that texts name, valid or not.
 * @param adviceOn The message about a picture.
 */
export function checkUnusedPictures(
  dir: string,
  entries: readonly { name: string; isFolder: boolean }[],
  named: ReadonlySet<string>,
  adviceOn: (name: string) => string,
  report: Report,
): void {
  for (const { name, isFolder } of entries) {
    if (isFolder || !isPictureFile(name) || named.has(name)) continue;
    report({ file: join(dir, name), line: 1, column: 1, code: 'picture-unused', message: adviceOn(name) });
  }
}
