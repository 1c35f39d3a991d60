import { existsSync, readdirSync, renameSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { readFrontMatter } from '../content/files/front-matter.ts';
import { type ContentFolder, readSource } from '../content/files/source-file.ts';
import { openContent } from './load-article.ts';

/** An article with a new slug, and what has become of the rest of its folder. */
export type FinishedMove = {
  from: string;
  to: string;
  /** What is in both folders, because of which nothing was moved; `undefined` if all is moved. */
  taken: string | undefined;
};

/**
 * Moves the rest of the folders of articles that were given another slug in the browser. The desk moves the `index.md` and the
 * pictures and lists the former slug under `aliases`; sections, translations and versions are still in the former folder.
 *
 * @param mayWrite Whether files are moved; if not, the result is what would be.
 */
export function finishMoves(content: string, mayWrite = true): FinishedMove[] {
  const folder = openContent(content);
  const articles = join(folder.dir, 'articles');
  const slugs = readEntries(articles).flatMap((entry) => (entry.isDirectory() ? entry.name : []));
  const has = (slug: string, name: string) => existsSync(join(articles, slug, name));
  const left = slugs.filter((slug) => !has(slug, 'index.md') && readEntries(join(articles, slug)).length > 0);
  if (left.length === 0) return [];
  const whole = slugs.filter((slug) => has(slug, 'index.md'));
  const owners = new Map(whole.flatMap((slug) => aliasesOf(folder, slug).map((alias) => [alias, slug])));
  return left.flatMap((from) => {
    const to = owners.get(from);
    if (to === undefined) return [];
    const names = readEntries(join(articles, from)).map(({ name }) => name);
    // An article with a record of its own replaces the other, and is not the same.
    const taken = names.find((name) => has(to, name));
    if (taken === undefined && mayWrite) {
      for (const name of names) renameSync(join(articles, from, name), join(articles, to, name));
      rmdirSync(join(articles, from));
    }
    return { from, to, taken };
  });
}

function readEntries(dir: string) {
  return existsSync(dir) ? readdirSync(dir, { withFileTypes: true }) : [];
}

function aliasesOf(folder: ContentFolder, slug: string): string[] {
  const ignore = () => {};
  const source = readSource(folder, join('articles', slug, 'index.md'), ignore);
  const aliases: unknown = source && Object(readFrontMatter(source, ignore)?.data).aliases;
  return Array.isArray(aliases) ? aliases.filter((alias) => typeof alias === 'string') : [];
}
