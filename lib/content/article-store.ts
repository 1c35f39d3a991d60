import { createHash } from 'node:crypto';
import type { Body } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { ParsedArticle, ParsedFolder } from './article/parse-article.ts';
import type { LastGood } from './last-good.ts';
import type { Catalogue } from './load-catalogue.ts';
import type { CachedArticle } from './resolve-article.ts';

/** The catalogue, what is wrong with its files, and what a review of its texts found. */
export type LoadedCatalogue = { catalogue: Catalogue; problems: Problem[]; reviewed: Problem[] };

/** A store of parsed articles, with their bodies. A store that outlives the process keeps each until its files change. */
export type ArticleStore = {
  /**
   * Whether the articles will be shown to readers: only then are their glossary mentions needed. What a review finds in their
   * texts is stored for a check and not reported.
   */
  isForReaders: boolean;
  /**
   * The stored article, or what `parse` makes of its folder now.
   *
   * @param settings Identifies the site settings with which articles are parsed.
   */
  get: (slug: string, settings: string, parse: () => ParsedFolder) => CachedArticle;
  /** Whether an article is surely unchanged since `get` answered it last. */
  isUnchanged?: (slug: string) => boolean;
  /** The body of an article that `get` returned with a teaser. */
  body: (slug: string) => Body;
  /** The stored authors, topics and glossary, or what `load` makes of their folders now. */
  catalogue: (settings: string, load: () => LoadedCatalogue) => LoadedCatalogue;
  /** Deletes all other articles. */
  keepOnly: (slugs: readonly string[]) => void;
  /** The last good state of faulty content; `undefined` in a store that serves no readers. */
  lastGood: LastGood | undefined;
  /** Where the articles in another language of the publication are kept. */
  in: (language: string) => ArticleStore;
};

/** A parsed article with its body, as plain data; it has a body if it has a teaser. */
export type WholeArticle = { parsed: ParsedArticle; body: Body | undefined };

/** Makes the body of a parsed article. */
export function wholeArticle({ parsed, body }: ParsedFolder): WholeArticle {
  return { parsed, body: body?.() };
}

/** A store in memory that keeps nothing for the next run. */
export function memoryStore(): ArticleStore {
  const bodies = new Map<string, Body>();
  const others = new Map<string, ArticleStore>();
  return {
    isForReaders: true,
    get: (slug, _settings, parse) => {
      const { parsed, body } = wholeArticle(parse());
      if (body) bodies.set(slug, body);
      return { parsed, digest: articleDigest({ parsed, body }) };
    },
    body: (slug) => {
      const body = bodies.get(slug);
      if (!body) throw new RangeError(`The article "${slug}" was not read.`);
      return body;
    },
    catalogue: (_settings, load) => load(),
    keepOnly: () => {},
    lastGood: undefined,
    in: (language) => others.getOrInsertComputed(language, memoryStore),
  };
}

/** Identifies everything that the files of an article say to readers; what a review thinks of it is no part of that. */
export function articleDigest({ parsed: { reviewed: _, ...parsed }, body }: WholeArticle): string {
  return createHash('sha256').update(JSON.stringify({ parsed, body })).digest('hex');
}
