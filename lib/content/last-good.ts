import type { Author, Body, Content, GlossaryEntry, Series, StaticPage, Topic } from '../model/model.ts';
import { type Catalogue, type Entries, placesIn } from './load-catalogue.ts';
import type { CachedArticle } from './resolve-article.ts';

/** The entries that articles refer to, by folder. */
export type EntryKinds = { authors: Author; topics: Topic; series: Series; glossary: GlossaryEntry; pages: StaticPage };

/** An article as readers see it now, from the last good state of its files. */
export type LastArticle = { article: CachedArticle; body: () => Body };

/** What `site.md` and `front.md` say. */
export type Arrangement = Pick<Content, 'site' | 'front'>;

/** Articles and the entries that they refer to, from the last build in which they had no errors. */
export type LastGood = {
  /** `undefined` if readers see no such article. */
  article: (slug: string) => LastArticle | undefined;
  /** `undefined` if there was no such entry. */
  entry: <Kind extends keyof EntryKinds>(kind: Kind, id: string) => EntryKinds[Kind] | undefined;
  /** `undefined` if readers see nothing. */
  arrangement: () => Arrangement | undefined;
  /** The same in another language of the publication. */
  in: (language: string) => LastGood;
};

/**
 * A catalogue with some entries in their last good state, or `undefined` if they never had one.
 *
 * @param names Such as `authors/ada-reed`.
 */
export function withLastEntries(catalogue: Catalogue, names: Iterable<string>, last: LastGood): Catalogue {
  const wanted = [...names].map((name) => name.split('/'));
  if (wanted.length === 0) return catalogue;
  const of = <Kind extends keyof EntryKinds>(kind: Kind, entries: Entries<EntryKinds[Kind]>) => {
    const ids = wanted.flatMap(([folder, id = '']) => (folder === kind ? id : []));
    // An id without any entry stays unknown.
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
