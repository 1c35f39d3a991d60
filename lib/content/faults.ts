import { relative, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';
import { countsIn, fileLanguage } from './translations/file-language.ts';

/** Problems by the part of the content that they belong to. */
export type Faults = {
  /** By slug, even for folders that cannot be articles. */
  articles: ReadonlyMap<string, Problem[]>;
  /** Of authors, topics, series and the glossary, by names such as `authors/ada-reed`. */
  entries: ReadonlyMap<string, Problem[]>;
  /** Those of `site.md`, `front.md` and the folders themselves; of another language, those of its own files too. */
  site: Problem[];
};

/**
 * Sorts problems by the part of the content in whose files they are. Those of translations count against none of it: the
 * original goes out all the same.
 *
 * @param dir The content folder, as problems name it.
 * @param language Counts the problems of a translation, and those of the originals that it is made from.
 */
export function faultsIn(dir: string, problems: readonly Problem[], language?: string): Faults {
  const articles = new Map<string, Problem[]>();
  const entries = new Map<string, Problem[]>();
  const site: Problem[] = [];
  const add = (to: Map<string, Problem[]>, name: string, problem: Problem) =>
    to.set(name, [...(to.get(name) ?? []), problem]);
  for (const problem of problems) {
    const [folder = '', name] = relative(dir, problem.file).split(sep);
    if (!countsIn(problem.file, language)) continue;
    if (name === undefined) site.push(problem);
    else if (folder === 'articles') add(articles, name, problem);
    else if (isEntryFolder(folder))
      add(entries, `${folder}/${(fileLanguage(name)?.original ?? name).replace(/\.md$/, '')}`, problem);
    else site.push(problem);
  }
  return { articles, entries, site };
}

function isEntryFolder(name: string): boolean {
  return ['authors', 'topics', 'series', 'glossary', 'pages'].includes(name);
}
