import { readdirSync, statSync } from 'node:fs';
import { shellWord } from '../model/suggested-command.ts';
import { isIgnored } from '../processes/ignored-files.ts';
import { isForColleagues } from './files/content-places.ts';

/**
 * Says why a content folder has nothing to read, and how to create a publication in it.
 *
 * @returns `undefined` if the folder has any content, or cannot be read.
 */
export function noPublication(dir: string): string | undefined {
  const begin = `npm run new -- site ${shellWord(dir)}`;
  if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) {
    return `There is no such folder. Name the content folder with --content <dir>, or create a publication: ${begin}`;
  }
  return isFree(dir) ? `There is no publication in this folder yet. Create one: ${begin}` : undefined;
}

/** Whether a folder contains only hidden files, such as those of git, and files for colleagues, such as a README. */
export function isFree(dir: string): boolean {
  try {
    return readdirSync(dir, { withFileTypes: true }).every(
      (entry) => isIgnored(entry.name, entry.isDirectory()) || (entry.isFile() && isForColleagues(entry.name)),
    );
  } catch {
    return false;
  }
}
