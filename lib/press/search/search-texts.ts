import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Words } from '../../languages/words.ts';
import type { DateStyle } from '../../model/dates.ts';
import type { Teaser } from '../../model/model.ts';
import { routes } from '../../model/urls.ts';
import type { Workshop } from '../cache/build-cache.ts';
import type { Manifest } from '../cache/manifest.ts';
import { searchDocument } from './search-document.ts';
import { searchableText } from './searchable-text.ts';

/** The documents that the index is made from, kept in the workshop. */
export type SearchTexts = {
  /** Names what a search finds of an article: the same for two states in which it finds the same. */
  digestOf: (article: Teaser) => string;
  /** The article as the index takes it in; its digest must have been asked for. */
  documentOf: (article: Teaser) => string;
  /** Forgets all articles but these. */
  keepOnly: (articles: readonly Teaser[]) => void;
};

export type SearchTextSettings = {
  /** The folder of the finished site, whose article pages are there. */
  out: string;
  workshop: Pick<Workshop, 'db'>;
  manifest: Pick<Manifest, 'entries'>;
  /** Names the code that takes the text out of a page. */
  code: string;
  dateStyle: DateStyle;
  words: Words;
};

/** Keeps what a search finds of each article until its finished page is another. */
export function searchTexts({ out, workshop, manifest, code, dateStyle, words }: SearchTextSettings): SearchTexts {
  const { db } = workshop;
  const select = db.prepare('SELECT page, digest FROM search_texts WHERE slug = ?');
  const selectDocument = db.prepare('SELECT document FROM search_texts WHERE slug = ?');
  const selectSlugs = db.prepare('SELECT slug FROM search_texts');
  const insert = db.prepare('INSERT OR REPLACE INTO search_texts VALUES (?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM search_texts WHERE slug = ?');
  const entries = manifest.entries();

  return {
    digestOf: (article) => {
      const { slug, title, topics, kind, published } = article;
      const file = `${routes.article(slug).slice(1)}index.html`;
      // What a result shows beside the text: a page names its topics, and not their ids.
      const page = JSON.stringify([code, dateStyle, entries.get(file)?.digest, title, topics, kind, published]);
      const row = select.get(slug);
      if (row?.['page'] === page) return String(row['digest']);
      const document = searchDocument(article, searchableText(readFileSync(join(out, file), 'utf8')), dateStyle, words);
      const digest = createHash('sha256').update(document).digest('hex');
      insert.run(slug, page, digest, document);
      return digest;
    },
    documentOf: ({ slug }) => String(selectDocument.get(slug)?.['document']),
    keepOnly: (articles) => {
      const wanted = new Set(articles.map(({ slug }) => slug));
      for (const { slug } of selectSlugs.all()) if (!wanted.has(String(slug))) remove.run(String(slug));
    },
  };
}
