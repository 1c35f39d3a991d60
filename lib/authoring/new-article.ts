import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { memoryStore } from '../content/article-store.ts';
import { readFile } from '../content/files/read-file.ts';
import { articleSchema } from '../content/files/schema.ts';
import { type ContentFolder, listFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { showInstant } from '../model/dates.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Site } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, isError, type Problem } from '../model/problem.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { templateStandfirst } from '../model/template-standfirst.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { AuthoringError } from './authoring-error.ts';
import { frontMatterTemplate } from './front-matter-template.ts';
import { openContent } from './load-article.ts';

/** The article to begin; author and topic are ids. */
export type NewArticle = { title: string; slug: string; author?: string | undefined; topic?: string | undefined };

/**
 * Begins an article: a folder with a valid `index.md`, as a draft. The folder and its file appear in one step.
 *
 * @param now The article's publication time is set to the next full hour.
 * @returns The file.
 * @throws AuthoringError if the slug is taken, or author or topic do not exist; ContentError if the site, authors or
 *   topics have problems.
 */
export function newArticle(content: string, { title, slug, author, topic }: NewArticle, now: Instant): string {
  const problems: Problem[] = [];
  const folder = openContent(content);
  const { site, catalogue } = layGroundwork(folder, memoryStore(), (problem) => problems.push(problem));
  const errors = problems.filter(isError);
  if (errors.length > 0 || !site.site) throw new ContentError(errors);
  checkSlug(folder, slug);
  const values = {
    title,
    standfirst: templateStandfirst,
    authors: [chosen(content, 'author', author, [...catalogue.authors.keys()])],
    published: nextFullHour(now, site.site),
    topics: [chosen(content, 'topic', topic, [...catalogue.topics.keys()])],
    draft: true,
  };

  const articles = join(content, 'articles');
  const made = join(articles, slug);
  // The loader ignores hidden folders, so it never sees half an article.
  const unfinished = join(articles, `.${slug}.${process.pid}`);
  makeFolder(unfinished);
  try {
    writeFileSync(
      join(unfinished, 'index.md'),
      frontMatterTemplate(articleSchema, values, '<!-- The lead: how the article begins -->'),
    );
    renameSync(unfinished, made);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return join(made, 'index.md');
}

function checkSlug(folder: ContentFolder, slug: string): void {
  const ignore = () => {};
  const where = join(folder.dir, 'articles');
  const names = listFolder(folder, 'articles', ignore).map(({ name }) => name);
  if (names.includes(slug)) {
    throw new AuthoringError(`${join(where, slug)} already exists. Choose another address with --slug.`);
  }
  const former = names.find((name) =>
    readFile(folder, join('articles', name, 'index.md'), articleSchema, ignore)?.data?.aliases.includes(slug),
  );
  if (former !== undefined) {
    throw new AuthoringError(`"${slug}" is a former address of ${join(where, former)}. Choose another with --slug.`);
  }
}

/** The requested id, or the first one. */
function chosen(content: string, noun: 'author' | 'topic', wanted: string | undefined, ids: readonly string[]): string {
  const [first] = ids;
  const folder = join(content, `${noun}s`);
  if (first === undefined) {
    throw new AuthoringError(
      `There is no ${noun} yet. Create one: ${suggestedCommand('new', [`${noun} "Name"`], { content })}. Then try again.`,
    );
  }
  if (wanted === undefined || ids.includes(wanted)) return wanted ?? first;
  throw new AuthoringError(`There is no ${noun} "${wanted}" in ${folder}. ${didYouMean(wanted, ids)}`);
}

/** The next full hour as front matter has it. */
export function nextFullHour(now: Instant, { lang, timeZone }: Pick<Site, 'lang' | 'timeZone'>): string {
  const { epochMilliseconds } = Temporal.Instant.fromEpochMilliseconds(now)
    .toZonedDateTimeISO(timeZone)
    .add({ hours: 1 })
    .round({ smallestUnit: 'hour', roundingMode: 'floor' });
  return showInstant(epochMilliseconds, { lang, timeZone }).machine;
}
