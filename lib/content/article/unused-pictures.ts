import { join } from 'node:path';
import type { Report } from '../../model/problem.ts';
import { isPictureFile } from './find-picture.ts';

/**
 * Warns of pictures in an article's folder that none of its texts names: usually one was renamed or
 * forgotten.
 *
 * @param named The files that texts name, valid or not.
 */
export function checkUnusedPictures(
  dir: string,
  entries: readonly { name: string; isFolder: boolean }[],
  named: ReadonlySet<string>,
  report: Report,
): void {
  for (const { name, isFolder } of entries) {
    if (isFolder || !isPictureFile(name) || named.has(name)) continue;
    const message = `No text of this article shows "${name}". Show it, as in ![what it shows](${name.replaceAll(' ', '%20')} "caption | credit"), or take it out.`;
    report({ file: join(dir, name), line: 1, column: 1, code: 'picture-unused', message });
  }
}
