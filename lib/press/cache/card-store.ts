import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { routes } from '../../model/urls.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { writeWhole } from '../../processes/write-whole.ts';
import type { Publication } from '../../publication/publish.ts';
import { articleCardFacts, siteCardFacts } from '../../share-images/article-card.ts';
import type { Workshop } from './build-cache.ts';

/** A card that the site has: its route, its path among the site's files, and the file in which it is kept. */
export type KeptCard = { route: string; path: string; file: string };

/**
 * The cards of pages, kept in the workshop by what is to be seen on them: one is drawn once, whatever becomes of the text
 * that it stands for.
 */
export type CardStore = {
  /** The cards of a publication, the newest article's first; forgets all others. */
  cardsOf: (publication: Publication) => KeptCard[];
  /** Those of these that have still to be drawn. */
  missing: (cards: readonly KeptCard[]) => KeptCard[];
};

/** The paths of the cards that a publication has, known before any is drawn. */
export function cardPaths({ articles }: Publication): string[] {
  return [routes.siteCard, ...articles.map(({ slug }) => routes.card(slug))].map((route) => route.slice(1));
}

/**
 * Opens the store.
 *
 * @param code Names the code that draws cards.
 */
export function cardStore({ dir, db }: Pick<Workshop, 'dir' | 'db'>, code: string): CardStore {
  const folder = join(dir, 'cards');
  const select = db.prepare('SELECT slug, made_from, name FROM cards');
  const insert = db.prepare('INSERT OR REPLACE INTO cards VALUES (?, ?, ?)');
  const remove = db.prepare('DELETE FROM cards WHERE slug = ?');
  const nameOf = (facts: string) => `${createHash('sha256').update(code).update('\0').update(facts).digest('hex')}.png`;

  /** The names of the cards of articles. To know one, an article is read only where its text is another than before. */
  const articleNames = (publication: Publication): Map<string, string> => {
    const { articles, site, madeFrom, read } = publication;
    const around = JSON.stringify([code, siteCardFacts(site)]);
    const before = new Map(select.all().map((row) => [String(row['slug']), row]));
    const names = new Map<string, string>();
    for (const { slug } of articles) {
      const from = createHash('sha256').update(around).update(madeFrom(slug)).digest('base64');
      const known = before.get(slug);
      before.delete(slug);
      if (known?.['made_from'] === from) {
        names.set(slug, String(known['name']));
        continue;
      }
      const article = read(slug);
      if (!article) continue;
      const name = nameOf(articleCardFacts(article, site));
      names.set(slug, name);
      insert.run(slug, from, name);
    }
    for (const slug of before.keys()) remove.run(slug);
    return names;
  };

  return {
    cardsOf: (publication) => {
      makeFolder(folder);
      const card = (route: string, name: string) => ({ route, path: route.slice(1), file: join(folder, name) });
      const names = articleNames(publication);
      const siteName = nameOf(siteCardFacts(publication.site));
      const wanted = new Set([siteName, ...names.values()]);
      for (const name of readdirSync(folder))
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      return [card(routes.siteCard, siteName), ...[...names].map(([slug, name]) => card(routes.card(slug), name))];
    },
    missing: (cards) => {
      const kept = new Set(readdirSync(folder));
      const byFile = new Map(cards.map((card) => [card.file, card]));
      return [...byFile.values()].filter(({ file }) => !kept.has(file.slice(folder.length + 1)));
    },
  };
}

/** Keeps a card that has been drawn. */
export function keepCard({ file }: Pick<KeptCard, 'file'>, bytes: Buffer): void {
  writeWhole(file, bytes);
}
