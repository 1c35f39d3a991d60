import { readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AuthoringError } from './authoring-error.ts';
import type { Commit } from './git-files.ts';
import type { InLanguage } from './load-article.ts';
import { refusePublished } from './published-version.ts';
import { versionName, versionNumbers } from './version-file.ts';

/**
 * Deletes the last version of an article, which was recorded by mistake. The text of the article stays the same.
 *
 * @param since A commit whose versions are published.
 * @returns Its number, and the file that was deleted.
 * @throws AuthoringError if there is no version, or it is published.
 */
export function undoVersion(article: InLanguage, since: Commit | undefined): { number: number; file: string } {
  const { content, slug, lang } = article;
  const dir = join(content, 'articles', slug, 'versions');
  const numbers = versionNumbers(article);
  const number = numbers.at(-1);
  if (number === undefined) throw new AuthoringError(`No version of ${slug} is recorded, so there is nothing to undo.`);
  const name = versionName(number, lang);
  const file = join(dir, name);
  refusePublished({ ...article, since }, dir, number, readFileSync(file, 'utf8'));
  rmSync(file);
  if (readdirSync(dir).length === 0) rmdirSync(dir);
  return { number, file };
}
