import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ArticleStore, folderDigest } from '../content/article-store.ts';
import type { ParsedArticle, ParsedFolder, UnresolvedBody } from '../content/parse-article.ts';
import type { KeptArticle } from '../content/resolve-article.ts';
import type { Workshop } from './workshop.ts';

/** A store that outlives the process: an article is parsed again only where its files, the site or the code changed. */
export type KeptArticles = ArticleStore & {
  /** Names the articles whose files may have changed since; the others are taken as they were. All may have at first. */
  suspect: (slugs: ReadonlySet<string> | 'all') => void;
  /** How many articles have been parsed since the last call. */
  takeParsed: () => number;
};

/** Files that were written so lately may be written again without a trace in their times. */
const settled = 100;

/**
 * Keeps parsed articles in the workshop.
 *
 * @param content The content folder.
 * @param code Names the code that parses; what other code has parsed is not used.
 */
export function keptArticles({ db }: Workshop, content: string, code: string): KeptArticles {
  const select = db.prepare('SELECT settings, fingerprint, digest, parsed FROM articles WHERE slug = ?');
  const selectBody = db.prepare('SELECT body FROM articles WHERE slug = ?');
  const selectSlugs = db.prepare('SELECT slug FROM articles');
  const remove = db.prepare('DELETE FROM articles WHERE slug = ?');
  const insert = db.prepare('INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?)');
  const known = new Map<string, KeptArticle & { settings: string }>();
  let suspects: ReadonlySet<string> | 'all' = 'all';
  let count = 0;

  const keep = (slug: string, settings: string, fingerprint: string, { parsed, body }: ParsedFolder): KeptArticle => {
    const digest = folderDigest({ parsed, body });
    insert.run(slug, settings, fingerprint, digest, JSON.stringify(parsed), body ? JSON.stringify(body) : null);
    count += 1;
    return { parsed, digest };
  };

  return {
    get: (slug, siteSettings, parse) => {
      const settings = `${code} ${siteSettings}`;
      const before = known.get(slug);
      if (before?.settings === settings && suspects !== 'all' && !suspects.has(slug)) return before;
      const fingerprint = fingerprintOf(join(content, 'articles', slug));
      const row = select.get(slug);
      const same = row?.['settings'] === settings && fingerprint !== '' && row['fingerprint'] === fingerprint;
      const article = same
        ? { parsed: JSON.parse(String(row['parsed'])) as ParsedArticle, digest: String(row['digest']) }
        : keep(slug, settings, fingerprint, parse());
      known.set(slug, { ...article, settings });
      return article;
    },
    body: (slug) => JSON.parse(String(selectBody.get(slug)?.['body'])) as UnresolvedBody,
    keepOnly: (slugs) => {
      const wanted = new Set(slugs);
      for (const { slug } of selectSlugs.all()) {
        if (wanted.has(String(slug))) continue;
        remove.run(String(slug));
        known.delete(String(slug));
      }
    },
    suspect: (slugs) => {
      suspects = slugs;
    },
    takeParsed: () => {
      const parsed = count;
      count = 0;
      return parsed;
    },
  };
}

/**
 * Names the state of an article's folder by what the file system says of its files, as git does: name, size, inode, and
 * the times of change and of modification. Empty where a file is so new that its times cannot be trusted.
 */
function fingerprintOf(dir: string): string {
  const hash = createHash('sha256');
  const tooNew = BigInt(Date.now() - settled) * 1_000_000n;
  for (const name of readdirSync(dir).sort()) {
    const { size, ino, mtimeNs, ctimeNs } = lstatSync(join(dir, name), { bigint: true });
    if (mtimeNs > tooNew || ctimeNs > tooNew) return '';
    hash.update(`${name}/${size}/${ino}/${mtimeNs}/${ctimeNs}/`);
  }
  return hash.digest('base64');
}
