import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkContent } from '@/lib/check/check-content.ts';
import { contentFiles } from '@/lib/check/content-files.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import type { Body, Content, Teaser } from '@/lib/model/model.ts';
import { formatProblem, type Problem } from '@/lib/model/problem.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

export const fixtures = join(import.meta.dirname, '../fixtures');

/** Long after every article of the fixtures was published. */
export const someday = Date.UTC(2027, 0);

/** The text of the storm's `index.md`: its keys with others added, and its lead. */
export function anIndex({ keys = '', lead = 'The wind fell at dawn.' } = {}): string {
  return `---
title: The storm passes
standfirst: The pier stands, and the ferries sail again.
authors: [ada-reed]
published: 2026-01-19T18:00:00+00:00
topics: [weather]
${keys.trim()}
---

${lead}
`;
}

/**
 * A content folder for the running test: the minimal one, with these files added or replaced.
 *
 * @param files Text or bytes by path, relative to the folder; `undefined` removes a file or folder.
 */
export function aContentFolder(files: Record<string, string | Uint8Array | undefined> = {}): string {
  const dir = join(aTemporaryFolder(), 'content');
  cpSync(join(fixtures, 'minimal-content'), dir, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(dir, path);
    mkdirSync(dirname(file), { recursive: true });
    if (text === undefined) rmSync(file, { recursive: true, force: true });
    else writeFileSync(file, text);
  }
  return dir;
}

/** The problems of a content folder, a line each, with the folder named `content` wherever it is. */
export function problemLines(dir: string): string[] {
  return loadContent(dir, undefined, undefined, someday).problems.map((problem) => lineOf(problem, dir));
}

/**
 * The same with what a review of the texts finds.
 *
 * @param earlier A folder with the content that readers had.
 */
export async function checkedLines(dir: string, earlier?: string): Promise<string[]> {
  const former = earlier === undefined ? undefined : { files: contentFiles(earlier), show };
  return (await checkContent(dir, { now: someday, former })).map((problem) => lineOf(problem, dir));
}

function lineOf(problem: Problem, dir: string): string {
  return formatProblem(problem)
    .replaceAll(` --content ${dir}`, '')
    .replaceAll(`${dirname(dir)}/`, '');
}

/** The command that shows a file of earlier content. */
const show = (path: string) => `git show main:content/${path}`;

/** The minimal content with these files, which must have no problems; its articles are read completely. */
export function contentWith(
  files: Record<string, string | Uint8Array | undefined>,
): Omit<Content, 'articles'> & { articles: (Teaser & Body)[] } {
  const { content, problems } = loadContent(aContentFolder(files));
  if (!content) throw new Error(problems.map((problem) => formatProblem(problem)).join('\n'));
  return { ...content, articles: content.articles.map(({ read }) => read()) };
}
