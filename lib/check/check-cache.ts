import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ParsedArticle } from '../content/article/parse-article.ts';
import type { ArticleStore, LoadedCatalogue } from '../content/article-store.ts';
import type { PictureUse } from '../model/model.ts';
import { fingerprintOf } from '../processes/fingerprint.ts';
import type { Kept } from './kept.ts';
import { type GlossaryNames, namesIn } from './text/glossary-names.ts';

/** Articles that a check has parsed and reviewed. They have no bodies and no glossary mentions, since no reader sees them. */
export type CheckedArticles = ArticleStore & {
  /** The names of the glossary in a language, once its catalogue is loaded. */
  names: (lang: string) => GlossaryNames;
  /** Articles in another language. */
  in: (language: string) => CheckedArticles;
  /** The articles that would have to be parsed now, of these. */
  stale: (slugs: readonly string[], settings: string) => string[];
  /** The pictures of the articles that have been read so far, in all languages. */
  pictures: () => PictureUse[];
  /** What is kept, but for pictures. */
  keys: () => string[];
  /** Adds an article that another process has parsed and reviewed. */
  put: (slug: string, settings: string, parsed: ParsedArticle) => ParsedArticle;
};

/**
 * Caches checked articles: an article is parsed again only if its files, the site, the names in the glossary or the code
 * changed.
 *
 * @param content The content folder.
 * @param code Identifies the code that parses and reviews.
 * @param language That of the articles, if it is not the first.
 */
export function checkedArticles(kept: Kept, content: string, code: string, language?: string): CheckedArticles {
  const prefix = language === undefined ? '' : `${language}/`;
  const others = new Map<string, CheckedArticles>();
  const keyOf = (slug: string) => `articles/${prefix}${slug}`;
  const known = new Map<string, ParsedArticle>();
  const states = new Map<string, string>();
  let catalogue: LoadedCatalogue | undefined;
  let names: GlossaryNames = { all: new Set(), speakers: [] };
  let namesDigest = '';

  /** Identifies the state of an article and everything that its review depends on; empty if it is unknown. */
  const stateOf = (slug: string, settings: string) => {
    const state =
      states.get(slug) ?? nonEmpty(fingerprintOf(join(content, 'articles', slug)), code, settings, namesDigest);
    states.set(slug, state);
    return state;
  };
  const look = (slug: string, settings: string): ParsedArticle | undefined => {
    const state = stateOf(slug, settings);
    const found = known.get(slug) ?? (state === '' ? undefined : kept.get(keyOf(slug), state));
    if (found) known.set(slug, found as ParsedArticle);
    return known.get(slug);
  };
  const put = (slug: string, settings: string, parsed: ParsedArticle) => {
    known.set(slug, parsed);
    const state = stateOf(slug, settings);
    if (state !== '') kept.put(keyOf(slug), state, parsed);
    return parsed;
  };
  let wanted: readonly string[] = [];
  /** What is kept of these articles and of those in other languages. */
  const keys = (): string[] => [
    `${prefix}catalogue`,
    ...wanted.map(keyOf),
    ...[...others.values()].flatMap((articles) => articles.keys()),
  ];
  const pictures = (): PictureUse[] => [
    ...[...known.values()].flatMap((article) => article.pictures),
    ...[...(catalogue?.catalogue.authors.values() ?? [])].flatMap((author) => author?.picture ?? []),
    ...[...others.values()].flatMap((articles) => articles.pictures()),
  ];
  return {
    isForReaders: false,
    lastGood: undefined,
    names: (lang) => others.get(lang)?.names(lang) ?? names,
    stale: (slugs, settings) => slugs.filter((slug) => !look(slug, settings)),
    put,
    get: (slug, settings, parse) => {
      return { parsed: look(slug, settings) ?? put(slug, settings, parse().parsed), digest: '' };
    },
    catalogue: (settings, load) => {
      if (catalogue) return catalogue;
      const prints = ['authors', 'topics', 'series', 'glossary', 'pages'].map((name) =>
        fingerprintOf(join(content, name)),
      );
      const state = prints.includes('') ? '' : nonEmpty(prints.join(' '), code, settings);
      const before = state === '' ? undefined : kept.get(`${prefix}catalogue`, state);
      const loaded = (before ?? load()) as LoadedCatalogue;
      if (!before && state !== '') kept.put(`${prefix}catalogue`, state, loaded);
      catalogue = loaded;
      names = namesIn(loaded.catalogue.glossary);
      namesDigest = createHash('sha256')
        .update(JSON.stringify([[...names.all], names.speakers]))
        .digest('hex');
      return loaded;
    },
    body: (slug) => {
      throw new RangeError(`The article "${slug}" was checked, not made.`);
    },
    keepOnly: (slugs) => {
      wanted = slugs;
    },
    keys,
    pictures,
    in: (other) => others.getOrInsertComputed(other, () => checkedArticles(kept, content, code, other)),
  };
}

/** Combines several names into one; empty if the first is. */
function nonEmpty(first: string, ...others: string[]): string {
  return first === ''
    ? ''
    : createHash('sha256')
        .update(JSON.stringify([first, ...others]))
        .digest('base64');
}
