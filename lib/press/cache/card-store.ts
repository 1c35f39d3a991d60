import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Teaser } from '../../model/model.ts';
import { routes } from '../../model/urls.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { editionsOf } from '../../publication/editions.ts';
import type { Publication } from '../../publication/publish.ts';
import { articleShareImage, siteShareImage } from '../../share-images/article-share-image.ts';
import type { ShareImage } from '../../share-images/draw-share-image.ts';
import type { BuildCache } from './build-cache.ts';

/**
 * A share image of the site: its route, its path in the site, its file in the cache, what it shows, and the file of its
 * photo if there is one.
 */
export type ShareImageTask = {
  route: string;
  path: string;
  file: string;
  card: ShareImage;
  picture: string | undefined;
};

/** The share images of pages, cached by what they show: each is drawn once, however the article's text changes. */
export type CardStore = {
  /** The share images of a publication, newest article first; forgets all others. */
  cardsOf: (publication: Publication) => ShareImageTask[];
  /** Those of these that are not drawn yet. */
  missing: (cards: readonly ShareImageTask[]) => ShareImageTask[];
};

/** The paths of a publication's share images, known before any is drawn. */
export function cardPaths({ site, articles }: Publication): string[] {
  const all = [routes.siteShareImage, ...articles.map(({ slug }) => routes.shareImage(slug))];
  return all.map((route) => `${site.prefix}${route.slice(1)}`);
}

/**
 * Opens the store.
 *
 * @param code Identifies the code that draws share images.
 */
export function cardStore({ dir }: Pick<BuildCache, 'dir'>, code: string): CardStore {
  const folder = join(dir, 'cards');
  const fileOf = (card: ShareImage) => {
    const digest = hash('sha256', `${code}\0${JSON.stringify(card)}`, 'hex');
    return join(folder, `${digest}.png`);
  };
  /** The cached share images of articles: a resident build lists nearly all of them again. */
  const named = new WeakMap<Teaser, { site: string; kept: Omit<ShareImageTask, 'picture'> }>();

  const cardsIn = ({ articles, site, pictures }: Publication): ShareImageTask[] => {
    const { name, tagline, dir: direction, lang, digits, look, logo, prefix } = site;
    const facts = JSON.stringify([name, tagline, direction, lang, digits, look?.colors, logo, prefix]);
    const sources = new Map(pictures.map(({ image, source }) => [image.name, source]));
    const keep = (route: string, card: ShareImage) => {
      return { route, path: `${prefix}${route.slice(1)}`, file: fileOf(card), card };
    };
    const ofArticle = (article: Teaser) => {
      const before = named.get(article);
      if (before?.site === facts) return before.kept;
      const kept = keep(routes.shareImage(article.slug), articleShareImage(article, site));
      named.set(article, { site: facts, kept });
      return kept;
    };
    return [keep(routes.siteShareImage, siteShareImage(site)), ...articles.map(ofArticle)].map((kept) => {
      const { beside } = kept.card;
      return { ...kept, picture: beside && 'image' in beside ? sources.get(beside.image) : undefined };
    });
  };

  return {
    cardsOf: (publication) => {
      makeFolder(folder);
      const cards = editionsOf(publication).flatMap(cardsIn);
      const wanted = new Set(cards.map(({ file }) => file));
      for (const name of readdirSync(folder)) {
        const file = join(folder, name);
        if (!wanted.has(file)) rmSync(file, { recursive: true, force: true });
      }
      return cards;
    },
    missing: (cards) => {
      const kept = new Set(readdirSync(folder));
      const byFile = new Map(cards.map((card) => [card.file, card]));
      return [...byFile.values()].filter(({ file }) => !kept.has(file.slice(folder.length + 1)));
    },
  };
}
