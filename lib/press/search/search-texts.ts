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
  /** The document of an article; its digest must have been requested before. */
  documentOf: (article: Teaser) => string;
  /** Deletes all other articles. */
  keepOnly: (articles: readonly Teaser[]) => void;
};

/**
 * Caches the document of each article until its text changes.
 *
 * @param code Identifies the code that makes documents.
 */
export function searchTexts(publication: Publication, { db }: Pick<BuildCache, 'db'>, code: string): SearchTexts {
  const select = db.prepare('SELECT made_from, digest FROM search_texts WHERE slug = ?');
  const selectDocument = db.prepare('SELECT document FROM search_texts WHERE slug = ?');
  const selectSlugs = db.prepare('SELECT slug FROM search_texts');
  const insert = db.prepare('INSERT OR REPLACE INTO search_texts VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM search_texts WHERE slug = ?');
  const setting = settingOf(publication.site);
  const { prefix } = publication.site;
  const keyOf = ({ slug }: Pick<Teaser, 'slug'>) => `${prefix}${slug}`;
  const isOwn = (key: string) => key === keyOf({ slug: key.slice(key.indexOf('/') + 1) });

  return {
    digestOf: ({ slug }) => {
      const madeFrom = JSON.stringify([code, setting.dateStyle, publication.madeFrom(slug)]);
      const row = select.get(keyOf({ slug }));
      if (row?.['made_from'] === madeFrom) return String(row['digest']);
      const article = publication.read(slug);
      const document = article ? searchDocument(article, setting) : '';
      const digest = createHash('sha256').update(document).digest('hex');
      insert.run(keyOf({ slug }), madeFrom, digest, document);
      return digest;
    },
    documentOf: (article) => String(selectDocument.get(keyOf(article))?.['document']),
    keepOnly: (articles) => {
      const wanted = new Set(articles.map(keyOf));
      for (const row of selectSlugs.all()) {
        const key = String(row['slug']);
        if (isOwn(key) && !wanted.has(key)) remove.run(key);
      }
    },
  };
}
