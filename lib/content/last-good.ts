import type { Author, Body, GlossaryEntry, Series, StaticPage, Topic } from '../model/model.ts';
import { type Catalogue, type Entries, placesIn } from './load-catalogue.ts';
import type { KeptArticle } from './resolve-article.ts';

/** What articles refer to, by the folders in which it is written. */
export type EntryKinds = { authors: Author; topics: Topic; series: Series; glossary: GlossaryEntry; pages: StaticPage };

/** An article as readers see it now, whatever its files say. */
export type LastArticle = { article: KeptArticle; body: () => Body };

/** What readers see of articles and of what they refer to, from the last build in which these were without fault. */
export type LastGood = {
  /** `undefined` if readers see no such article. */
  article: (slug: string) => LastArticle | undefined;
  /** `undefined` if there was none. */
  entry: <Kind extends keyof EntryKinds>(kind: Kind, id: string) => EntryKinds[Kind] | undefined;
};

/**
 * A catalogue in which some entries are as they were last without fault, or `undefined` if they never were.
 *
 * @param names Such as `authors/ada-reed`.
 */
export function withLastEntries(catalogue: Catalogue, names: Iterable<string>, last: LastGood): Catalogue {
  const wanted = [...names].map((name) => name.split('/'));
  if (wanted.length === 0) return catalogue;
  const of = <Kind extends keyof EntryKinds>(kind: Kind, entries: Entries<EntryKinds[Kind]>) => {
    const ids = wanted.flatMap(([folder, id = '']) => (folder === kind ? id : []));
    // What has no entry either way is no id: it stays unknown.
    const found = ids.map((id) => [id, last.entry(kind, id)] as const);
    return new Map([...entries, ...found.filter(([id, entry]) => entry || entries.has(id))]);
  };
  const glossary = of('glossary', catalogue.glossary);
  return {
    ...catalogue,
    authors: of('authors', catalogue.authors),
    topics: of('topics', catalogue.topics),
    pages: of('pages', catalogue.pages),
    series: of('series', catalogue.series),
    glossary,
    places: placesIn(glossary),
  };
}
