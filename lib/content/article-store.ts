import { createHash } from 'node:crypto';
import type { Body } from '../model/model.ts';
import type { Problem } from '../model/problem.ts';
import type { ParsedArticle, ParsedFolder } from './article/parse-article.ts';
import type { LastGood } from './last-good.ts';
import type { Catalogue } from './load-catalogue.ts';
import type { KeptArticle } from './resolve-article.ts';

/** The catalogue, and what is wrong with its files. */
export type LoadedCatalogue = { catalogue: Catalogue; problems: Problem[] };

/**
 * Where parsed articles are kept: their bodies until somebody reads them, and in a store that outlives the process all
 * of them until their files change.
 */
export type ArticleStore = {
  /** Whether the articles are to be shown: only then anybody asks what of the glossary they mention. */
  isForReaders: boolean;
  /**
   * The article as it was kept, or what `parse` makes of its folder now.
   *
   * @param settings Names the site settings with which articles are parsed.
   */
  get: (slug: string, settings: string, parse: () => ParsedFolder) => KeptArticle;
  /** The body of an article that `get` has answered, whose teaser is there. */
  body: (slug: string) => Body;
  /** Authors, topics and glossary as they were kept, or what `load` makes of their folders now. */
  catalogue: (settings: string, load: () => LoadedCatalogue) => LoadedCatalogue;
  /** Forgets all but these articles. */
  keepOnly: (slugs: readonly string[]) => void;
  /** What stands in for what is at fault; `undefined` in a store that serves no readers. */
  lastGood: LastGood | undefined;
  /** Where the articles in another language of the publication are kept. */
  in: (language: string) => ArticleStore;
};

/** A parsed article with its body, as plain data; the body is there where the teaser is. */
export type WholeArticle = { parsed: ParsedArticle; body: Body | undefined };

/** Makes the body of a parsed article. */
export function wholeArticle({ parsed, body }: ParsedFolder): WholeArticle {
  return { parsed, body: body?.() };
}

/** Keeps everything in memory and nothing for the next time. */
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

/** Names all that the files of an article say. */
export function articleDigest(article: WholeArticle): string {
  return createHash('sha256').update(JSON.stringify(article)).digest('hex');
}
