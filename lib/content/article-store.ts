import { createHash } from 'node:crypto';
import type { Catalogue } from './load-catalogue.ts';
import type { ParsedFolder, UnresolvedBody } from './parse-article.ts';
import type { Problem } from './problem.ts';
import type { KeptArticle } from './resolve-article.ts';

/** The catalogue, and what is wrong with its files. */
export type LoadedCatalogue = { catalogue: Catalogue; problems: Problem[] };

/**
 * Where parsed articles are kept: their bodies until somebody reads them, and in a store that outlives the process all
 * of them until their files change.
 */
export type ArticleStore = {
  /**
   * The article as it was kept, or what `parse` makes of its folder now.
   *
   * @param settings Names the site settings with which articles are parsed.
   */
  get: (slug: string, settings: string, parse: () => ParsedFolder) => KeptArticle;
  /** The body of an article that `get` has answered, whose teaser is there. */
  body: (slug: string) => UnresolvedBody;
  /** Authors, topics and glossary as they were kept, or what `load` makes of their folders now. */
  catalogue: (settings: string, load: () => LoadedCatalogue) => LoadedCatalogue;
  /** Forgets all but these articles. */
  keepOnly: (slugs: readonly string[]) => void;
};

/** Keeps everything in memory and nothing for the next time. */
export function memoryStore(): ArticleStore {
  const bodies = new Map<string, UnresolvedBody>();
  return {
    get: (slug, _settings, parse) => {
      const folder = parse();
      if (folder.body) bodies.set(slug, folder.body);
      return { parsed: folder.parsed, digest: folderDigest(folder) };
    },
    body: (slug) => {
      const body = bodies.get(slug);
      if (!body) throw new RangeError(`The article "${slug}" was not read.`);
      return body;
    },
    catalogue: (_settings, load) => load(),
    keepOnly: () => {},
  };
}

/** Names all that the files of an article say. */
export function folderDigest(folder: ParsedFolder): string {
  return createHash('sha256').update(JSON.stringify(folder)).digest('hex');
}
