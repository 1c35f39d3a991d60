import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import type { ParsedArticle, ParsedFolder } from '../content/article/parse-article.ts';
import type { ArticleStore } from '../content/article-store.ts';
import type { PictureUse } from '../model/model.ts';
import { type ArticleCache, articleCache, type ReadArticle } from '../press/cache/article-cache.ts';
import type { BuildCache } from '../press/cache/build-cache.ts';
import { filesDigest } from '../processes/fingerprint.ts';

/** Articles that a check has parsed and reviewed. They have no bodies and no glossary mentions, since no reader sees them. */
export type CheckedArticles = Omit<ArticleCache, 'lastGood'> & {
  lastGood: undefined;
  /** The pictures of the articles that have been read so far, in all languages. */
  pictures: () => PictureUse[];
  /** The keys under which catalogues are stored. */
  catalogueKeys: () => string[];
};

/**
 * Stores checked articles as a build stores those that it has parsed.
 *
 * @param content The content folder.
 * @param code Identifies the code that parses and reviews.
 * @param ofBuild The database of a build, which has parsed and reviewed the same articles.
 */
export function checkedArticles(
  database: Pick<BuildCache, 'db'>,
  content: string,
  code: string,
  ofBuild?: DatabaseSync,
): CheckedArticles {
  const store = articleCache(database, content, code, { purpose: 'check', ofBuild });
  const first = checkedIn(store);
  const others = new Map<string, ReturnType<typeof checkedIn>>();
  const inLanguage = (language: string): ArticleStore => {
    const other = others.getOrInsertComputed(language, () => checkedIn(store.in(language)));
    return { ...other.store, lastGood: undefined, in: inLanguage };
  };
  return {
    ...store,
    ...first.store,
    lastGood: undefined,
    in: inLanguage,
    pictures: () => [first, ...others.values()].flatMap(({ pictures }) => pictures()),
    catalogueKeys: () => ['catalogue', ...[...others.keys()].map((language) => `${language}/catalogue`)],
  };
}

/** The articles in one language, with the pictures that were seen in them. */
function checkedIn(store: ArticleStore) {
  const seen = new Map<string, ParsedArticle>();
  let ofAuthors: PictureUse[] = [];
  return {
    pictures: () => [...[...seen.values()].flatMap((article) => article.pictures), ...ofAuthors],
    store: {
      ...store,
      get: (slug, settings, parse) => {
        const article = store.get(slug, settings, parse);
        seen.set(slug, article.parsed);
        return article;
      },
      catalogue: (settings, load) => {
        const loaded = store.catalogue(settings, load);
        ofAuthors = [...loaded.catalogue.authors.values()].flatMap((author) => author?.picture ?? []);
        return loaded;
      },
      body: (slug) => {
        throw new RangeError(`The article "${slug}" was checked, not made.`);
      },
    } satisfies ArticleStore,
  };
}

/** Parses and reviews an article. The digest of its files is taken first, so a later change will be noticed. */
export function checkedArticle(dir: string, slug: string, parse: (slug: string) => ParsedFolder): ReadArticle {
  const files = filesDigest(join(dir, 'articles', slug));
  return { files, parsed: parse(slug).parsed, body: undefined };
}
