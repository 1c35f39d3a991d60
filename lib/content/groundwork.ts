import { createHash } from 'node:crypto';
import type { GlossaryEntry } from '../model/model.ts';
import { isError, type Problem, type Report } from '../model/problem.ts';
import { type EntryNames, nameFinder } from '../names/find-mentions.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import { parseArticle } from './article/parse-article.ts';
import type { Review } from './article/review.ts';
import type { ArticleStore } from './article-store.ts';
import { faultsIn } from './faults.ts';
import type { ContentFolder } from './files/source-file.ts';
import { formerIds } from './former-ids.ts';
import { withLastEntries } from './last-good.ts';
import { type Catalogue, type Entries, loadCatalogue } from './load-catalogue.ts';
import { loadSite } from './load-site.ts';
import { loadSiteIn } from './load-site-in.ts';
import { isFirst } from './translations/edition.ts';

/** What parsing articles needs: the site, the catalogue, and a parser that uses them. */
export type Groundwork = {
  site: LoadedSite;
  catalogue: Catalogue;
  /** Identifies everything that parsing an article depends on besides its own files and the code. */
  settings: string;
  /** Parses the folder of an article and marks its mentions of the glossary. */
  parse: (slug: string) => ReturnType<typeof parseArticle>;
};

/**
 * Loads the site and the catalogue, and reports what is wrong with them.
 *
 * @param review Reviews texts as they are read.
 */
export function layGroundwork(folder: ContentFolder, store: ArticleStore, report: Report, review?: Review): Groundwork {
  return groundworkOf(loadSite(folder, report, review), folder, store, report);
}

/**
 * Loads the site and the catalogue in another language of a publication, and reports what is wrong with them.
 *
 * @param first The publication in its first language.
 * @param store Where articles in this language are kept.
 */
export function layGroundworkIn(
  lang: string,
  first: LoadedSite,
  folder: ContentFolder,
  store: ArticleStore,
  report: Report,
): Groundwork {
  const last = store.lastGood?.arrangement()?.site;
  return groundworkOf(loadSiteIn(lang, first, folder, report, last), folder, store, report);
}

function groundworkOf(loaded: LoadedSite, folder: ContentFolder, store: ArticleStore, report: Report): Groundwork {
  const several = loaded.languages.length > 1 ? [loaded.languages.join()] : [];
  const siteSettings = [
    folder.dir,
    loaded.locale,
    loaded.timeZone,
    loaded.record,
    loaded.urls.absolute('/'),
    ...several,
    loaded.site?.desk !== undefined,
  ];
  const { catalogue, problems, reviewed } = store.catalogue(JSON.stringify(siteSettings), () => {
    const found: Problem[] = [];
    const reviewed: Problem[] = [];
    const review: Review = (texts, lang) => loaded.review(texts, lang, (problem) => reviewed.push(problem), new Map());
    const read = loadCatalogue(folder, { ...loaded, review }, (problem) => found.push(problem));
    const { entries } = faultsIn(folder.dir, found.filter(isError), isFirst(loaded) ? undefined : loaded.lang);
    // Before its names are used: articles are parsed with the glossary that readers see.
    return {
      catalogue: store.lastGood ? withLastEntries(read, entries.keys(), store.lastGood) : read,
      problems: found,
      reviewed,
    };
  });
  const review: Review = (texts, lang, report, glossary = catalogue.glossary) =>
    loaded.review(texts, lang, report, glossary);
  const site = { ...loaded, review };
  problems.forEach(report);
  if (!store.isForReaders) reviewed.forEach(report);
  const names = namesOf(catalogue.glossary);
  // A check asks who of them can speak.
  const kinds = [...catalogue.glossary.values()].map((entry) => entry?.kind);
  const formerAuthors = formerIds(catalogue.authors);
  const findNames = nameFinder(store.isForReaders ? names : []);
  return {
    site,
    catalogue,
    settings: createHash('sha256')
      .update(JSON.stringify([...siteSettings, names, kinds, [...formerAuthors]]))
      .digest('hex'),
    parse: (slug) => parseArticle(folder, slug, site, findNames, formerAuthors),
  };
}

function namesOf(glossary: Entries<GlossaryEntry>): EntryNames[] {
  return [...glossary.values()].flatMap((entry) =>
    entry ? { id: entry.id, names: [entry.name, ...entry.aliases] } : [],
  );
}
