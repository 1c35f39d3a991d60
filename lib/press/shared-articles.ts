import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { filesDigest } from '../processes/fingerprint.ts';
import { taskQueue } from '../processes/task-queue.ts';
import type { ReadArticle } from './cache/article-cache.ts';
import { packed, unpacked } from './cache/packed-article.ts';
import { type OutputCache, requestsAtOnce } from './outputs/output-cache.ts';

/** An article to parse, and what its text depends on besides its files. */
export type DueArticle = { slug: string; language: string | undefined; settings: string };

/** The parsed articles of a site in the cache that machines share, by the digests of their files. */
export type SharedArticles = {
  /** `undefined` if nobody has parsed it, or something else is kept in its place. */
  take: (due: DueArticle) => Promise<ReadArticle | undefined>;
  /** Keeps an article while other work goes on; {@link done} waits for that. */
  keep: (due: DueArticle, article: ReadArticle) => void;
  done: () => Promise<void>;
};

/**
 * Shares parsed articles through a cache of outputs.
 *
 * @param content The content folder, whose name is in the places of problems.
 * @param code Identifies the code that parses.
 */
export function sharedArticles(outputs: OutputCache, content: string, code: string): SharedArticles {
  const requests = taskQueue(requestsAtOnce);
  /** Each waits until its request has begun. */
  const started: Promise<void>[] = [];
  const keyOf = ({ slug, language = '', settings }: DueArticle, files: string) =>
    JSON.stringify([code, content, language, slug, settings, files]);
  return {
    take: async (due) => {
      const files = filesDigest(join(content, 'articles', due.slug));
      const found = files === '' ? undefined : await outputs.take('article', keyOf(due, files));
      const bytes = found?.get('parsed');
      return bytes && decoded(bytes, files);
    },
    keep: (due, article) => {
      if (article.files === '') return;
      const parsed = encoded(article);
      started.push(
        requests.add(() => outputs.keep('article', keyOf(due, article.files), new Map([['parsed', parsed]]))),
      );
    },
    done: async () => {
      await Promise.all(started.splice(0));
      await requests.done();
    },
  };
}

/** An article as bytes: two lines of JSON, compressed. */
function encoded({ parsed, body }: ReadArticle): Buffer {
  return zstdCompressSync(`${packed(parsed)}\n${JSON.stringify(body ?? null)}`);
}

function decoded(bytes: Uint8Array, files: string): ReadArticle | undefined {
  try {
    const [parsed = '', body = ''] = zstdDecompressSync(bytes).toString('utf8').split('\n');
    return { parsed: unpacked(parsed), body: JSON.parse(body) ?? undefined, files };
  } catch {
    return undefined;
  }
}
