import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ParsedArticle } from '../content/article/parse-article.ts';
import type { ArticleStore, LoadedCatalogue } from '../content/article-store.ts';
import type { PictureUse } from '../model/model.ts';
import { fingerprintOf } from '../processes/fingerprint.ts';
import { pictureKey } from './check-pictures.ts';
import type { Kept } from './kept.ts';
import { type GlossaryNames, namesIn } from './text/glossary-names.ts';

/** Articles that a check has parsed and reviewed. They have no bodies and no glossary mentions, since no reader sees them. */
export type CheckedArticles = ArticleStore & {
  /** The names of the glossary, once the catalogue is loaded. */
  names: () => GlossaryNames;
  /** The articles that would have to be parsed now, of these. */
  stale: (slugs: readonly string[], settings: string) => string[];
  /** The pictures of the articles that have been read so far. */
  pictures: () => PictureUse[];
  /** Adds an article that another process has parsed and reviewed. */
  put: (slug: string, settings: string, parsed: ParsedArticle) => ParsedArticle;
};

/**
 * Caches checked articles: an article is parsed again only if its files, the site, the names in the glossary or the code
 * changed.
 *
 * @param content The content folder.
 * @param code Identifies the code that parses and reviews.
 */
export function checkedArticles(kept: Kept, content: string, code: string): CheckedArticles {
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
    const found = known.get(slug) ?? (state === '' ? undefined : kept.get(`articles/${slug}`, state));
    if (found) known.set(slug, found as ParsedArticle);
    return known.get(slug);
  };
  const put = (slug: string, settings: string, parsed: ParsedArticle) => {
    known.set(slug, parsed);
    const state = stateOf(slug, settings);
    if (state !== '') kept.put(`articles/${slug}`, state, parsed);
    return parsed;
  };
  const pictures = () => [
    ...[...known.values()].flatMap((article) => article.pictures),
    ...[...(catalogue?.catalogue.authors.values() ?? [])].flatMap((author) => author?.picture ?? []),
  ];
  return {
    isForReaders: false,
    lastGood: undefined,
    names: () => names,
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
      const before = state === '' ? undefined : kept.get('catalogue', state);
      const loaded = (before ?? load()) as LoadedCatalogue;
      if (!before && state !== '') kept.put('catalogue', state, loaded);
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
    keepOnly: (slugs) =>
      kept.keepOnly(new Set(['catalogue', ...slugs.map((slug) => `articles/${slug}`), ...pictures().map(pictureKey)])),
    pictures,
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
