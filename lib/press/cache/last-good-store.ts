import type { Arrangement, EntryKinds, LastArticle, LastGood } from '../../content/last-good.ts';
import type { Catalogue } from '../../content/load-catalogue.ts';
import type { Body } from '../../model/model.ts';
import type { BuildCache } from './build-cache.ts';
import { unpacked } from './packed-article.ts';

/** What readers see after a build. */
export type Shown = {
  /** The articles that they see in their current state. */
  asParsed: ReadonlySet<string>;
  /** The articles that they see in an earlier state. */
  asBefore: ReadonlySet<string>;
  /** The entries that articles refer to, as they are shown. */
  catalogue: Catalogue;
  /** `undefined` if readers see nothing. */
  arrangement: Arrangement | undefined;
};

/**
 * What readers see, stored until they see something else, so that an article with errors can be shown in its last good
 * state. That state is the parsed article until it changes, and is copied only then.
 */
export type LastGoodStore = LastGood & {
  /** Stores an article that is about to be parsed again or forgotten, if readers see it. */
  setAside: (slug: string) => void;
  /** Records what readers see now, and forgets everything else. */
  note: (shown: Shown, others?: ReadonlyMap<string, Shown>) => void;
};

/** @param code Identifies the code that parses; articles from other code are not used. */
export function lastGoodStore({ db }: Pick<BuildCache, 'db'>, code: string): LastGoodStore {
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
  let noted: unknown[] = [];

  /** @param prefix The language of articles and entries, with a slash; empty for the first. */
  const storeOf = (prefix: string): LastGood => ({
    article: (id) => {
      const slug = `${prefix}${id}`;
      const row = select.get(slug);
      if (!row || !String(row['settings']).startsWith(`${code} `)) return undefined;
      const digest = String(row['digest']);
      const before = known.get(slug);
      if (before?.article.digest === digest) return before;
      const article = { parsed: unpacked(String(row['parsed'])), digest };
      const last = { article, body: () => JSON.parse(String(select.get(slug)?.['body'])) as Body };
      known.set(slug, last);
      return last;
    },
    entry: <Kind extends keyof EntryKinds>(kind: Kind, id: string) => {
      const row = selectEntry.get(`${prefix}${kind}/${id}`, code);
      return row && (JSON.parse(String(row['entry'])) as EntryKinds[Kind]);
    },
    arrangement: () => {
      const row = selectEntry.get(`${prefix}site`, code);
      return row && (JSON.parse(String(row['entry'])) as Arrangement);
    },
    in: (language) => storeOf(`${language}/`),
  });

  return {
    ...storeOf(''),
    setAside: (slug) => {
      setAside.run(slug);
      removeShown.run(slug);
    },
    note: (first, others = new Map()) => {
      const all = [['', first] as const, ...[...others].map(([language, shown]) => [`${language}/`, shown] as const)];
      const among = (key: 'asParsed' | 'asBefore') =>
        new Set(all.flatMap(([prefix, shown]) => [...shown[key]].map((slug) => `${prefix}${slug}`)));
      const [asParsed, asBefore] = [among('asParsed'), among('asBefore')];
      const before = new Set(selectShown.all().map((row) => String(row['slug'])));
      for (const slug of before) if (!asParsed.has(slug) && !asBefore.has(slug)) removeShown.run(slug);
      for (const slug of asParsed) if (!before.has(slug)) insertShown.run(slug);
      for (const row of selectLast.all()) {
        const slug = String(row['slug']);
        if (asBefore.has(slug)) continue;
        forget.run(slug);
        known.delete(slug);
      }
      const toNote = all.flatMap(([, { catalogue, arrangement }]) => [catalogue, JSON.stringify(arrangement)]);
      if (toNote.length === noted.length && toNote.every((one, index) => one === noted[index])) return;
      noted = toNote;
      forgetEntries.run();
      for (const [prefix, { catalogue, arrangement }] of all) {
        if (arrangement) insertEntry.run(`${prefix}site`, code, JSON.stringify(arrangement));
        for (const kind of ['authors', 'topics', 'series', 'glossary', 'pages'] as const) {
          for (const [id, entry] of catalogue[kind])
            if (entry) insertEntry.run(`${prefix}${kind}/${id}`, code, JSON.stringify(entry));
        }
      }
    },
  };
}
