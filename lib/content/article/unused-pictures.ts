import { join } from 'node:path';
import type { Report } from '../../model/problem.ts';
import { type ContentFolder, readSource } from '../files/source-file.ts';
import { fileLanguage } from '../translations/file-language.ts';
import { isPictureFile } from './find-picture.ts';

/**
 * Warns of pictures beside an article that none of its texts names: most often one was renamed, or forgotten.
 *
 * @param path The article's folder, relative to the content folder.
 * @param named The files that texts name, shown or at fault.
 */
export function checkUnusedPictures(
  folder: ContentFolder,
  path: string,
  entries: readonly { name: string; isFolder: boolean }[],
  named: ReadonlySet<string>,
  report: Report,
): void {
  const dir = join(folder.dir, path);
  const unnamed = entries.filter(({ name, isFolder }) => !isFolder && isPictureFile(name) && !named.has(name));
  if (unnamed.length === 0) return;
  // A translation may show a picture of its own.
  const translations = entries.flatMap(({ name }) =>
    fileLanguage(name) ? (readSource(folder, join(path, name), () => {})?.text ?? []) : [],
  );
  for (const { name } of unnamed) {
    if (translations.some((text) => text.includes(name) || text.includes(encodeURI(name)))) continue;
    const message = `No text of this article shows "${name}". Show it, as in ![what it shows](${name.replaceAll(' ', '%20')} "caption | credit"), or take it out.`;
    report({ file: join(dir, name), line: 1, column: 1, code: 'picture-unused', message });
  }
}
