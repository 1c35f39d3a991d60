import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readVersions } from '../content/article/article-versions.ts';
import type { UnresolvedTeaser } from '../content/article/make-article.ts';
import { memoryStore } from '../content/article-store.ts';
import { articleFolders } from '../content/files/content-places.ts';
import { type ContentFolder, openFolder } from '../content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '../content/groundwork.ts';
import { currentNames } from '../content/load-catalogue.ts';
import { loadSite } from '../content/load-site.ts';
import { noPublication } from '../content/no-publication.ts';
import { nameIn } from '../content/translations/edition.ts';
import { countsIn } from '../content/translations/file-language.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import type { Site, Version } from '../model/model.ts';
import { ContentError, isError, type Problem, type Report } from '../model/problem.ts';
import type { Part } from '../model/recorded-part.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { AuthoringError } from './authoring-error.ts';

/** An article for the authoring commands: what its files say now, and its recorded versions. */
export type OpenedArticle = {
  slug: string;
  /** Its language, if that is not the first of the publication. */
  lang: string | undefined;
  teaser: UnresolvedTeaser;
  /** The text that would be recorded now. */
  text: Part[];
  record: readonly Version[];
  /** The same, with section ids as the files have them. */
  written: readonly Version[];
  site: Site;
};

/**
 * Opens the content folder that an editor named.
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
  throw new AuthoringError(`There is no article "${slug}" in ${content}/articles. ${didYouMean(slug, slugs)}`);
}

/**
 * Reads one article of a content folder.
 *
 * @param lang Its language; the first of the publication if it is left out.
 * @throws AuthoringError if there is no such article in this language; ContentError if it, or a file that all articles
 *   depend on, has errors. Warnings do not stop anything here.
 */
export function readArticle(content: string, slug: string, lang?: string): OpenedArticle {
  const problems: Problem[] = [];
  const folder = openArticle(content, slug);
  const report: Report = (problem) => problems.push(problem);
  const store = memoryStore();
  const first = layGroundwork(folder, store, report);
  refuseLanguage({ content, slug, lang }, first.site.languages);
  const other = lang === undefined || lang === first.site.lang ? undefined : lang;
  const { site, catalogue, parse } =
    other === undefined ? first : layGroundworkIn(other, first.site, folder, store.in(other), report);
  const { parsed, body, text } = parse(slug);
  problems.push(...parsed.problems);
  const errors = problems.filter((problem) => isError(problem) && countsIn(problem.file, other));
  if (errors.length > 0 || !site.site || !parsed.teaser || !body || !text) throw new ContentError(errors);
  const written = readVersions(folder, join('articles', slug), site, () => {});
  return {
    slug,
    lang: other,
    teaser: parsed.teaser,
    text: text(currentNames(catalogue)),
    record: body().record,
    written,
    site: site.site,
  };
}

/** An article in a language. */
export type InLanguage = { content: string; slug: string; lang?: string | undefined };

/** The words by which a command names an article: its slug, and its language if that is not the first. */
export function namedInCommand({ slug, lang }: Pick<InLanguage, 'slug' | 'lang'>): string[] {
  return [slug, ...(lang === undefined ? [] : [`--lang ${lang}`])];
}

/**
 * The language of an article, if it is not the first of the publication.
 *
 * @throws AuthoringError if the publication does not have it, or the article has no text in it.
 */
export function otherLanguage(article: InLanguage): string | undefined {
  const { languages } = loadSite(openContent(article.content), () => {});
  refuseLanguage(article, languages);
  return article.lang === languages[0] ? undefined : article.lang;
}

/** Whether an article has a text in its language. */
export function hasText({ content, slug, lang }: InLanguage): boolean {
  const { languages } = loadSite(openContent(content), () => {});
  const [first = ''] = languages;
  const name = nameIn({ lang: lang ?? first, languages }, 'index.md');
  return languages.includes(lang ?? first) && existsSync(join(content, 'articles', slug, name));
}

/**
 * @param languages All of the publication, the first one first.
 * @throws AuthoringError if the publication does not have the language, or the article has no text in it.
 */
function refuseLanguage({ content, slug, lang }: InLanguage, languages: readonly string[]): void {
  const [first = ''] = languages;
  if (lang !== undefined && !languages.includes(lang)) {
    throw new AuthoringError(
      `"${lang}" is none of the languages in ${join(content, 'site.md')}. ${didYouMean(lang, languages)}`,
    );
  }
  const dir = join(content, 'articles', slug);
  const has = (language: string) => existsSync(join(dir, nameIn({ lang: language, languages }, 'index.md')));
  if (has(lang ?? first)) return;
  const others = languages.filter(has);
  // That there is no text at all is reported when the article is read.
  if (others.length === 0) return;
  if (lang !== undefined && lang !== first) {
    const begin = suggestedCommand('new', [`translation ${slug} ${lang}`], { content });
    throw new AuthoringError(`${slug} has no translation into ${lang} yet. Begin it: ${begin}`);
  }
  throw new AuthoringError(
    `${slug} is not there in ${first}. Say in which language: --lang ${others.join(' or --lang ')}`,
  );
}
