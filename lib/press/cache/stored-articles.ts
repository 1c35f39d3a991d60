import type { DatabaseSync } from 'node:sqlite';
import type { CachedArticle } from '../../content/resolve-article.ts';
import { unpacked } from './packed-article.ts';

/** Identifies the state in which an article was parsed. */
export type State = Record<'settings' | 'fingerprint' | 'files', unknown>;

/** A stored article, and the state in which it was parsed. */
export type Stored = State & { article?: CachedArticle };

/** The articles that are stored in a database. The key of one is its slug, in another language `ar/slug`. */
export type StoredArticles = {
  /** An article as it is stored; `undefined` if there is none. */
  article: (key: string) => (State & Record<'parsed' | 'digest', string>) | undefined;
  /** The states of all, without the articles themselves. */
  states: () => Map<string, Stored>;
  /** All articles that this code has parsed. */
  all: () => Map<string, Stored>;
  /** The body of an article with a digest; `undefined` if there is none. */
  body: (key: string, digest: string) => Record<string, unknown> | undefined;
};

/**
 * Reads the stored articles of a database.
 *
 * @param code Identifies the code that parses: `all` leaves out articles from other code.
 * @param attempt Runs what may fail; `undefined` counts as nothing stored.
 */
export function storedArticles(
  db: DatabaseSync,
  code: string,
  attempt: <Result>(work: () => Result) => Result | undefined,
): StoredArticles {
  const article = db.prepare('SELECT settings, fingerprint, files, digest, parsed FROM articles WHERE slug = ?');
  const states = db.prepare('SELECT slug, settings, fingerprint, files FROM articles');
  const all = db.prepare(
    'SELECT slug, settings, fingerprint, files, digest, parsed FROM articles WHERE substr(settings, 1, ?) = ?',
  );
  const body = db.prepare('SELECT body FROM articles WHERE slug = ? AND digest = ?');
  return {
    article: (key) => attempt(() => article.get(key) as ReturnType<StoredArticles['article']>),
    states: () => new Map(attempt(() => states.all())?.map((row) => [String(row['slug']), row as State])),
    all: () => {
      const found = new Map<string, Stored>();
      attempt(() => {
        for (const row of all.iterate(code.length, code)) {
          const { slug, parsed, digest, ...state } = row as State & Record<'slug' | 'parsed' | 'digest', string>;
          found.set(slug, { ...state, article: { parsed: unpacked(parsed), digest } });
        }
      });
      return found;
    },
    body: (key, digest) => attempt(() => body.get(key, digest)),
  };
}
