import { join } from 'node:path';
import { readVersions } from '../content/article/article-versions.ts';
import type { UnresolvedTeaser } from '../content/article/make-article.ts';
import { memoryStore } from '../content/article-store.ts';
import { articleFolders } from '../content/files/content-places.ts';
import { type ContentFolder, openFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { currentNames } from '../content/load-catalogue.ts';
import { noPublication } from '../content/no-publication.ts';
import { suggestion } from '../model/did-you-mean.ts';
import type { Site, Version } from '../model/model.ts';
import { ContentError, isError, type Problem } from '../model/problem.ts';
import type { Part } from '../model/recorded-part.ts';
import { AuthoringError } from './authoring-error.ts';

/** An article as the desk works with it: what its files say now, and what was recorded of it. */
export type ArticleAtDesk = {
  slug: string;
  teaser: UnresolvedTeaser;
  /** Its text as it would be recorded now. */
  text: Part[];
  record: readonly Version[];
  /** The same with the ids that its sections had then, as the files have them. */
  written: readonly Version[];
  site: Site;
};

/**
 * Opens the content folder that an editor has named.
 *
 * @throws AuthoringError if there is no such folder, or no publication in it.
 */
export function openContent(content: string): ContentFolder {
  const nothing = noPublication(content);
  if (nothing !== undefined) throw new AuthoringError(`${content}: ${nothing}`);
  return openFolder(content);
}

/**
 * Opens the content folder that has an article.
 *
 * @throws AuthoringError if there is no such folder, or no such article in it.
 */
export function openArticle(content: string, slug: string): ContentFolder {
  const folder = openContent(content);
  const slugs = articleFolders(folder, () => {});
  if (slugs.includes(slug)) return folder;
  throw new AuthoringError(`There is no article "${slug}" in ${content}/articles. ${suggestion(slug, slugs)}`);
}

/**
 * Reads one article of a content folder.
 *
 * @throws AuthoringError where there is no such article; ContentError where it, or what all articles are read with, has
 * errors. Warnings stop nobody here.
 */
export function readArticle(content: string, slug: string): ArticleAtDesk {
  const problems: Problem[] = [];
  const folder = openArticle(content, slug);
  const { site, catalogue, parse } = layGroundwork(folder, memoryStore(), (problem) => problems.push(problem));
  const { parsed, body, text } = parse(slug);
  problems.push(...parsed.problems);
  const errors = problems.filter(isError);
  if (errors.length > 0 || !site.site || !parsed.teaser || !body || !text) throw new ContentError(errors);
  const written = readVersions(folder, join('articles', slug), site, () => {});
  return {
    slug,
    teaser: parsed.teaser,
    text: text(currentNames(catalogue)),
    record: body().record,
    written,
    site: site.site,
  };
}
