import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import {
  type ArticleStore,
  articleDigest,
  type LoadedCatalogue,
  type WholeArticle,
  wholeArticle,
} from '../../content/article-store.ts';
import type { CachedArticle } from '../../content/resolve-article.ts';
import type { Body } from '../../model/model.ts';
import { isError } from '../../model/problem.ts';
import { filesDigest, fingerprintOf } from '../../processes/fingerprint.ts';
import type { FingerprintsSettings } from '../../processes/fingerprints-thread.ts';
import { inOneStep } from '../../processes/in-one-step.ts';
import { inThread } from '../../processes/in-thread.ts';
import type { BuildCache } from './build-cache.ts';
import { type Findings, findingsIn } from './findings.ts';
import { type LastGoodStore, lastGoodStore } from './last-good-store.ts';
import { packed, unpacked } from './packed-article.ts';
import { type State, type Stored, storedArticles } from './stored-articles.ts';

/** An article that another process has parsed, and the digest of its files from before they were read. */
export type ReadArticle = WholeArticle & { files: string };

/** A store that outlives the process: an article is parsed again only if its files, the site or the code changed. */
export type ArticleCache = ArticleStore & {
  /**
   * Says which articles' files may have changed; the others are not checked. At first all may have.
   *
   * @param inOthers The same for the other languages.
   */
  suspect: (slugs: Suspects, inOthers?: Suspects) => void;
  /**
   * Reads what is stored of many articles, while a thread asks the file system which have changed: `stale` says so after that.
   */
  readAhead: () => Promise<void>;
  /** The articles that would have to be parsed now, of these in a language; by default in the first. */
  stale: (slugs: readonly string[], settings: string, language?: string) => string[];
  /** Runs work that stores articles in one transaction: all of them are stored, or none if it throws. */
  inOneStep: <Result>(work: () => Result) => Result;
  /** Keeps articles that another process has parsed. */
  put: (slug: string, settings: string, article: ReadArticle, language?: string) => void;
  lastGood: LastGoodStore;
};

/** The slugs of articles whose files may have changed. */
type Suspects = ReadonlySet<string> | 'all';

/** How articles are stored. */
type CacheSettings = {
  /** `build`: for readers. `check`: without bodies and glossary mentions, and storing them may fail. */
  purpose?: 'build' | 'check';
  /** The database of a build, whose articles are used too and never changed. */
  ofBuild?: DatabaseSync | undefined;
};

/** The articles that this process has read, by their keys. */
type Known = Map<string, CachedArticle & { settings: string }>;

/**
 * Stores parsed articles in a database: the one cache of articles for builds, checks and previews.
 *
 * An article is unchanged if the file system says so. If it does not, as in a fresh clone, the bytes of its files decide.
 *
 * @param content The content folder.
 * @param code Identifies the code that parses; articles from other code are not used.
 */
export function articleCache(
  { db }: Pick<BuildCache, 'db'>,
  content: string,
  code: string,
  { purpose = 'build', ofBuild }: CacheSettings = {},
): ArticleCache {
  const lastGood = lastGoodStore({ db }, code);
  const findings = findingsIn({ db });
  /** Runs what may fail; a check continues without it. */
  const attempt = <Result>(work: () => Result): Result | undefined => (purpose === 'check' ? tried(work) : work());
  // Where catalogues and articles are looked up; only the first of each is written to.
  const catalogues = [findings, ...(ofBuild ? [findingsIn({ db: ofBuild })] : [])];
  const places = [storedArticles(db, code, attempt), ...(ofBuild ? [storedArticles(ofBuild, code, tried)] : [])];
  const selectSlugs = db.prepare('SELECT slug FROM articles');
  const remove = db.prepare('DELETE FROM articles WHERE slug = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?)');
  const settle = db.prepare('UPDATE articles SET fingerprint = ? WHERE slug = ? AND files = ?');
  const selectSame = db.prepare('SELECT 1 FROM articles WHERE slug = ? AND digest = ?');
  const fingerprints = new Map<string, string>();
  /** What was read ahead: all that is stored, and the present fingerprints. */
  let ahead: { stored: Map<string, Stored>[] | undefined; fingerprints: ReadonlyMap<string, string> } | undefined;
  let suspects: Suspects = 'all';
  let suspectsInOthers: Suspects = 'all';

  const folderOf = (slug: string) => join(content, 'articles', slug);
  const settingsFor = (siteSettings: string) => `${code} ${siteSettings}`;
  /** Whether an article is unchanged since a state. Its files are read only if the file system cannot say so. */
  const isSame = (key: string, state: State, settings: string, fingerprint: string, files: () => string): boolean => {
    if (state.settings !== settings) return false;
    if (fingerprint !== '' && state.fingerprint === fingerprint) return true;
    if (files() === '' || state.files !== files()) return false;
    if (fingerprint !== '') attempt(() => settle.run(fingerprint, key, files()));
    return true;
  };
  const keep = (
    key: string,
    settings: string,
    fingerprint: string,
    { parsed, body, files }: ReadArticle,
  ): CachedArticle => {
    const digest = purpose === 'check' ? '' : articleDigest({ parsed, body });
    attempt(() => {
      if (!selectSame.get(key, digest)) lastGood.setAside(key);
      const [text, bodyText] = [packed(parsed), body ? JSON.stringify(body) : null];
      insert.run(key, settings, fingerprint, files, digest, text, bodyText);
    });
    return { parsed, digest };
  };

  /** @param language None for the first language. */
  const storeOf = (language: string | undefined, known: Known): Omit<ArticleStore, 'in' | 'lastGood'> => {
    const keyOf = (slug: string) => keyIn(language, slug);
    const isOwn = (key: string) => key === keyOf(key.slice(key.indexOf('/') + 1));
    let catalogue: { state: string; loaded: LoadedCatalogue } | undefined;
    let isCleared = false;
    return {
      isForReaders: purpose === 'build',
      get: (slug, siteSettings, parse) => {
        const settings = settingsFor(siteSettings);
        const before = known.get(keyOf(slug));
        const changed = language === undefined ? suspects : suspectsInOthers;
        const trusted = changed !== 'all' && !changed.has(slug);
        if (trusted && before?.settings === settings) return before;
        const fingerprint = trusted ? '' : fingerprintOf(folderOf(slug));
        const files = once(() => filesDigest(folderOf(slug)));
        const kept = (): CachedArticle | undefined => {
          for (const place of places) {
            const row = place.article(keyOf(slug));
            if (!row || !(trusted ? row.settings === settings : isSame(keyOf(slug), row, settings, fingerprint, files)))
              continue;
            return { parsed: unpacked(row.parsed), digest: row.digest };
          }
          return undefined;
        };
        const article =
          attempt(kept) ??
          keep(keyOf(slug), settings, fingerprint, {
            // Taken before the files are parsed, so a later change will be noticed.
            files: files(),
            ...(purpose === 'check' ? { parsed: parse().parsed, body: undefined } : wholeArticle(parse())),
          });
        // The same object from now on: what others remember of it hangs on its identity.
        const whole = { ...article, settings };
        known.set(keyOf(slug), whole);
        return whole;
      },
      isUnchanged: (slug) => {
        if (suspects !== 'all') return !suspects.has(slug) && known.has(keyOf(slug));
        const fingerprint = ahead?.fingerprints.get(slug) ?? '';
        if (fingerprint === '' || !ahead?.stored) return false;
        return ahead.stored.some((articles) => articles.get(keyOf(slug))?.fingerprint === fingerprint);
      },
      catalogue: (siteSettings, load) => {
        const prints = ['authors', 'topics', 'series', 'glossary', 'pages'].map((name) =>
          fingerprintOf(join(content, name)),
        );
        const isSettled = !prints.includes('');
        const state = createHash('sha256')
          .update(JSON.stringify([code, siteSettings, ...prints]))
          .digest('base64');
        if (isSettled && catalogue?.state === state) return catalogue.loaded;
        const before = isSettled ? stored(catalogues, keyOf('catalogue'), state) : undefined;
        const loaded = before ?? load();
        // Entries at fault are replaced by those that readers see, which may differ in another build.
        if (isSettled && !before && !loaded.problems.some(isError)) findings.put(keyOf('catalogue'), state, loaded);
        catalogue = { state, loaded };
        return loaded;
      },
      body: (slug) => {
        const digest = known.get(keyOf(slug))?.digest ?? '';
        const row = places.map((place) => place.body(keyOf(slug), digest)).find((found) => found !== undefined);
        return JSON.parse(String(row?.['body'])) as Body;
      },
      keepOnly: (slugs) => {
        // A resident build asks for the same articles again and again.
        if (isCleared && slugs.length === known.size && slugs.every((slug) => known.has(keyOf(slug)))) return;
        isCleared = true;
        attempt(() => {
          const wanted = new Set(slugs.map(keyOf));
          for (const row of selectSlugs.all()) {
            const key = String(row['slug']);
            if (wanted.has(key) || !isOwn(key)) continue;
            lastGood.setAside(key);
            remove.run(key);
            known.delete(key);
          }
        });
      },
    };
  };
  const known: Known = new Map();
  const others = new Map<string, { store: ArticleStore; known: Known }>();
  const otherIn = (language: string) =>
    others.getOrInsertComputed(language, () => {
      const own: Known = new Map();
      return { store: { ...storeOf(language, own), lastGood: lastGood.in(language), in: storeIn }, known: own };
    });
  const storeIn = (language: string): ArticleStore => otherIn(language).store;
  const knownIn = (language: string | undefined): Known => (language === undefined ? known : otherIn(language).known);

  return {
    ...storeOf(undefined, known),
    lastGood,
    in: storeIn,
    readAhead: async () => {
      const settings: FingerprintsSettings = { dir: join(content, 'articles') };
      const script = join(import.meta.dirname, '../../processes/fingerprints-thread.ts');
      const prints = inThread<Map<string, string>>(script, settings);
      // A resident build has read them before.
      const stored = known.size === 0 ? places.map((place) => place.all()) : undefined;
      // A folder that cannot be read is reported when the content is loaded.
      ahead = { stored, fingerprints: await prints.catch(() => new Map<string, string>()) };
    },
    stale: (slugs, siteSettings, language) => {
      if (suspects !== 'all') return slugs.filter((slug) => suspects !== 'all' && suspects.has(slug));
      const settings = settingsFor(siteSettings);
      const states = ahead?.stored ?? places.map((place) => place.states());
      return slugs.filter((slug) => {
        const fingerprint = ahead?.fingerprints.get(slug) ?? fingerprintOf(folderOf(slug));
        fingerprints.set(slug, fingerprint);
        const files = once(() => filesDigest(folderOf(slug)));
        const key = keyIn(language, slug);
        const same = states
          .flatMap((stored) => stored.get(key) ?? [])
          .find((stored) => isSame(key, stored, settings, fingerprint, files));
        if (same?.article) knownIn(language).set(key, { ...same.article, settings });
        return !same;
      });
    },
    put: (slug, siteSettings, article, language) => {
      const settings = settingsFor(siteSettings);
      // The fingerprint is that from before the files were read: a change since then will be seen.
      const key = keyIn(language, slug);
      const kept = keep(key, settings, fingerprints.get(slug) ?? '', article);
      knownIn(language).set(key, { ...kept, settings });
    },
    inOneStep: (work) => {
      try {
        return inOneStep(db, work);
      } catch (error) {
        known.clear();
        for (const other of others.values()) other.known.clear();
        throw error;
      }
    },
    suspect: (slugs, inOthers = slugs) => {
      // What was read ahead has been used by now.
      ahead = undefined;
      suspects = slugs;
      suspectsInOthers = inOthers;
    },
  };
}

/** A stored catalogue, from the first place that has it. */
function stored(places: readonly Findings[], key: string, state: string): LoadedCatalogue | undefined {
  for (const findings of places) {
    const found = findings.get(key, state);
    if (found !== undefined) return found as LoadedCatalogue;
  }
  return undefined;
}

/** The key of an article in a language; the first is `undefined`. */
function keyIn(language: string | undefined, slug: string): string {
  return language === undefined ? slug : `${language}/${slug}`;
}

/** Calls a function once, and only if its answer is needed. */
function once(ask: () => string): () => string {
  let answer: string | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** The result of a function; `undefined` if it throws. */
function tried<Result>(work: () => Result): Result | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
