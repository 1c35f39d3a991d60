import { join } from 'node:path';
import type { ParsedArticle } from '../../content/article/parse-article.ts';
import {
  type ArticleStore,
  articleDigest,
  type LoadedCatalogue,
  type WholeArticle,
  wholeArticle,
} from '../../content/article-store.ts';
import type { KeptArticle } from '../../content/resolve-article.ts';
import type { Body } from '../../model/model.ts';
import { fingerprintOf } from '../../processes/fingerprint.ts';
import { inOneStep } from '../../processes/in-one-step.ts';
import type { Workshop } from './build-cache.ts';
import { type LastGoodStore, lastGoodStore } from './last-good-store.ts';

/** A store that outlives the process: an article is parsed again only if its files, the site or the code changed. */
export type KeptArticles = ArticleStore & {
  /**
   * Says which articles' files may have changed; the others are not checked. At first all may have.
   *
   * @param inOthers The same for the other languages.
   */
  suspect: (slugs: Suspects, inOthers?: Suspects) => void;
  /** The articles that would have to be parsed now, of these. */
  stale: (slugs: readonly string[], settings: string) => string[];
  /** Runs work that stores articles in one transaction: all of them are stored, or none if it throws. */
  inOneStep: <Result>(work: () => Result) => Result;
  /** Stores articles that another process has parsed. */
  put: (slug: string, settings: string, article: WholeArticle) => void;
  lastGood: LastGoodStore;
};

/** The slugs of articles whose files may have changed. */
type Suspects = ReadonlySet<string> | 'all';

/**
 * Stores parsed articles in the build cache.
 *
 * @param content The content folder.
 * @param code Identifies the code that parses; articles from other code are not used.
 */
export function keptArticles({ db }: Pick<Workshop, 'db'>, content: string, code: string): KeptArticles {
  const lastGood = lastGoodStore({ db }, code);
  const select = db.prepare('SELECT settings, fingerprint, digest, parsed FROM articles WHERE slug = ?');
  const selectBody = db.prepare('SELECT body FROM articles WHERE slug = ?');
  const selectSlugs = db.prepare('SELECT slug FROM articles');
  const remove = db.prepare('DELETE FROM articles WHERE slug = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)');
  const selectSame = db.prepare('SELECT 1 FROM articles WHERE slug = ? AND digest = ?');
  const selectState = db.prepare('SELECT settings, fingerprint FROM articles WHERE slug = ?');
  const fingerprints = new Map<string, string>();
  const known = new Map<string, KeptArticle & { settings: string }>();
  let suspects: Suspects = 'all';
  let suspectsInOthers: Suspects = 'all';

  const keep = (key: string, settings: string, fingerprint: string, { parsed, body }: WholeArticle): KeptArticle => {
    const digest = articleDigest({ parsed, body });
    if (!selectSame.get(key, digest)) lastGood.setAside(key);
    insert.run(key, settings, fingerprint, digest, JSON.stringify(parsed), body ? JSON.stringify(body) : null);
    return { parsed, digest };
  };

  /** @param language None for the first language. */
  const storeOf = (language: string | undefined): Omit<ArticleStore, 'in' | 'lastGood'> => {
    const keyOf = (slug: string) => (language === undefined ? slug : `${language}/${slug}`);
    const isOwn = (key: string) => key === keyOf(key.slice(key.indexOf('/') + 1));
    let catalogue: { key: string; loaded: LoadedCatalogue } | undefined;
    return {
      isForReaders: true,
      get: (slug, siteSettings, parse) => {
        const key = keyOf(slug);
        const settings = `${code} ${siteSettings}`;
        const before = known.get(key);
        const changed = language === undefined ? suspects : suspectsInOthers;
        const trusted = changed !== 'all' && !changed.has(slug);
        if (trusted && before?.settings === settings) return before;
        const fingerprint = trusted ? '' : fingerprintOf(join(content, 'articles', slug));
        const row = select.get(key);
        const untouched = trusted || (fingerprint !== '' && row?.['fingerprint'] === fingerprint);
        const same = untouched && row?.['settings'] === settings;
        const article = same
          ? { parsed: JSON.parse(String(row['parsed'])) as ParsedArticle, digest: String(row['digest']) }
          : keep(key, settings, fingerprint, wholeArticle(parse()));
        // The same object from now on: other caches depend on its identity.
        const whole = { ...article, settings };
        known.set(key, whole);
        return whole;
      },
      catalogue: (siteSettings, load) => {
        const prints = ['authors', 'topics', 'series', 'glossary', 'pages'].map((name) =>
          fingerprintOf(join(content, name)),
        );
        const key = JSON.stringify([siteSettings, ...prints]);
        if (catalogue?.key !== key || prints.includes('')) catalogue = { key, loaded: load() };
        return catalogue.loaded;
      },
      body: (slug) => JSON.parse(String(selectBody.get(keyOf(slug))?.['body'])) as Body,
      keepOnly: (slugs) => {
        const wanted = new Set(slugs.map(keyOf));
        for (const row of selectSlugs.all()) {
          const key = String(row['slug']);
          if (wanted.has(key) || !isOwn(key)) continue;
          lastGood.setAside(key);
          remove.run(key);
          known.delete(key);
        }
      },
    };
  };
  const others = new Map<string, ArticleStore>();
  const storeIn = (language: string): ArticleStore => ({
    ...storeOf(language),
    lastGood: lastGood.in(language),
    in: storeIn,
  });

  return {
    ...storeOf(undefined),
    lastGood,
    in: (language) => others.getOrInsertComputed(language, storeIn),
    stale: (slugs, siteSettings) => {
      if (suspects !== 'all') return slugs.filter((slug) => suspects !== 'all' && suspects.has(slug));
      const settings = `${code} ${siteSettings}`;
      return slugs.filter((slug) => {
        const fingerprint = fingerprintOf(join(content, 'articles', slug));
        fingerprints.set(slug, fingerprint);
        const row = selectState.get(slug);
        return row?.['settings'] !== settings || fingerprint === '' || row['fingerprint'] !== fingerprint;
      });
    },
    put: (slug, siteSettings, article) => {
      const settings = `${code} ${siteSettings}`;
      // The fingerprint was taken before the files were read, so a later change will be noticed.
      const kept = keep(slug, settings, fingerprints.get(slug) ?? '', article);
      known.set(slug, { ...kept, settings });
    },
    inOneStep: (work) => {
      try {
        return inOneStep(db, work);
      } catch (error) {
        known.clear();
        throw error;
      }
    },
    suspect: (slugs, inOthers = slugs) => {
      suspects = slugs;
      suspectsInOthers = inOthers;
    },
  };
}
