import { createHash } from 'node:crypto';
import { settingOf } from '../../formats/setting.ts';
import type { Teaser } from '../../model/model.ts';
import type { Publication } from '../../publication/publish.ts';
import type { BuildCache } from '../cache/build-cache.ts';
import { searchDocument } from './search-document.ts';

/** The cached documents that the indexes are made from. */
export type SearchTexts = {
  /** Identifies what a search finds in an article: the same for two states in which it finds the same. */
  digestOf: (article: Teaser) => string;
  /** The key of the document of an article; its digest must have been requested before. */
  keyOf: (article: Pick<Teaser, 'slug'>) => string;
  /** Deletes all other articles. */
  keepOnly: (articles: readonly Teaser[]) => void;
};

/**
 * Caches the document of each article until its text changes.
 *
 * @param code Identifies the code that makes documents.
 */
export function searchTexts(publication: Publication, { db }: Pick<BuildCache, 'db'>, code: string): SearchTexts {
  const selectAll = db.prepare('SELECT slug, made_from, digest FROM search_texts');
  const insert = db.prepare('INSERT OR REPLACE INTO search_texts VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM search_texts WHERE slug = ?');
  const setting = settingOf(publication.site);
  const { prefix } = publication.site;
  const keyOf = ({ slug }: Pick<Teaser, 'slug'>) => `${prefix}${slug}`;
  const isOwn = (key: string) => key === keyOf({ slug: key.slice(key.indexOf('/') + 1) });

  const known = new Map<string, { madeFrom: string; digest: string }>();
  for (const row of selectAll.iterate()) {
    known.set(String(row['slug']), { madeFrom: String(row['made_from']), digest: String(row['digest']) });
  }

  return {
    digestOf: ({ slug }) => {
      const madeFrom = JSON.stringify([code, setting.dateStyle, publication.madeFrom(slug)]);
      const before = known.get(keyOf({ slug }));
      if (before?.madeFrom === madeFrom) return before.digest;
      const article = publication.read(slug);
      const document = article ? searchDocument(article, setting) : '';
      const digest = createHash('sha256').update(document).digest('hex');
      insert.run(keyOf({ slug }), madeFrom, digest, document);
      known.set(keyOf({ slug }), { madeFrom, digest });
      return digest;
    },
    keyOf,
    keepOnly: (articles) => {
      const wanted = new Set(articles.map(keyOf));
      for (const key of known.keys()) if (isOwn(key) && !wanted.has(key)) remove.run(key);
    },
  };
}
