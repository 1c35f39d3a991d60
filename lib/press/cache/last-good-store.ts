import type { ParsedArticle } from '../../content/article/parse-article.ts';
import type { EntryKinds, LastArticle, LastGood } from '../../content/last-good.ts';
import type { Catalogue } from '../../content/load-catalogue.ts';
import type { Body } from '../../model/model.ts';
import type { Workshop } from './build-cache.ts';

/** What readers see after a build. */
export type Shown = {
  /** The articles that they see in their current state. */
  asParsed: ReadonlySet<string>;
  /** The articles that they see in an earlier state. */
  asBefore: ReadonlySet<string>;
  /** The entries that articles refer to, as they are shown. */
  catalogue: Catalogue;
};

/**
 * What readers see, stored until they see something else, so that an article with errors can be shown in its last good
 * state. That state is the parsed article until it changes, and is copied only then.
 */
export type LastGoodStore = LastGood & {
  /** Stores an article that is about to be parsed again or forgotten, if readers see it. */
  setAside: (slug: string) => void;
  /** Records what readers see now, and forgets everything else. */
  note: (shown: Shown) => void;
};

/** @param code Identifies the code that parses; articles from other code are not used. */
export function lastGoodStore({ db }: Pick<Workshop, 'db'>, code: string): LastGoodStore {
  const columns = 'slug, settings, digest, parsed, body';
  const isShown = 'slug IN (SELECT slug FROM shown_articles)';
  const setAside = db.prepare(
    `INSERT OR REPLACE INTO last_articles SELECT ${columns} FROM articles WHERE slug = ? AND ${isShown}`,
  );
  const select = db.prepare(`
    SELECT settings, digest, parsed, body FROM articles WHERE slug = ?1 AND ${isShown}
    UNION ALL SELECT settings, digest, parsed, body FROM last_articles WHERE slug = ?1`);
  const selectShown = db.prepare('SELECT slug FROM shown_articles');
  const insertShown = db.prepare('INSERT INTO shown_articles VALUES (?)');
  const removeShown = db.prepare('DELETE FROM shown_articles WHERE slug = ?');
  const selectLast = db.prepare('SELECT slug FROM last_articles');
  const forget = db.prepare('DELETE FROM last_articles WHERE slug = ?');
  const selectEntry = db.prepare('SELECT entry FROM last_entries WHERE name = ? AND code = ?');
  const forgetEntries = db.prepare('DELETE FROM last_entries');
  const insertEntry = db.prepare('INSERT INTO last_entries VALUES (?, ?, ?)');
  const known = new Map<string, LastArticle>();
  let noted: Catalogue | undefined;

  return {
    article: (slug) => {
      const row = select.get(slug);
      if (!row || !String(row['settings']).startsWith(`${code} `)) return undefined;
      const digest = String(row['digest']);
      const before = known.get(slug);
      if (before?.article.digest === digest) return before;
      const article = { parsed: JSON.parse(String(row['parsed'])) as ParsedArticle, digest };
      const last = { article, body: () => JSON.parse(String(select.get(slug)?.['body'])) as Body };
      known.set(slug, last);
      return last;
    },
    entry: <Kind extends keyof EntryKinds>(kind: Kind, id: string) => {
      const row = selectEntry.get(`${kind}/${id}`, code);
      return row && (JSON.parse(String(row['entry'])) as EntryKinds[Kind]);
    },
    setAside: (slug) => {
      setAside.run(slug);
      removeShown.run(slug);
    },
    note: ({ asParsed, asBefore, catalogue }) => {
      const before = new Set(selectShown.all().map((row) => String(row['slug'])));
      for (const slug of before) if (!asParsed.has(slug) && !asBefore.has(slug)) removeShown.run(slug);
      for (const slug of asParsed) if (!before.has(slug)) insertShown.run(slug);
      for (const row of selectLast.all()) {
        const slug = String(row['slug']);
        if (asBefore.has(slug)) continue;
        forget.run(slug);
        known.delete(slug);
      }
      if (catalogue === noted) return;
      noted = catalogue;
      forgetEntries.run();
      for (const kind of ['authors', 'topics', 'series', 'glossary', 'pages'] as const) {
        for (const [id, entry] of catalogue[kind])
          if (entry) insertEntry.run(`${kind}/${id}`, code, JSON.stringify(entry));
      }
    },
  };
}
