import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { routes, slugIn } from '../../model/urls.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { editionsOf } from '../../publication/editions.ts';
import { groupsOf } from '../../publication/groups.ts';
import type { Publication } from '../../publication/publish.ts';
import { articleShareImage, siteShareImage } from '../../share-images/article-share-image.ts';
import type { ShareImage } from '../../share-images/draw-share-image.ts';
import type { BuildCache } from './build-cache.ts';
import { findingsIn } from './findings.ts';

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

/** A share image by its route, its path in the site, and its file in the cache. */
export type NamedShareImage = Pick<ShareImageTask, 'route' | 'path' | 'file'>;

/** The share images of pages, cached by what they show: each is drawn once, however the article's text changes. */
export type CardStore = {
  /** The share images of a publication, newest article first; forgets all others. */
  cardsOf: (publication: Publication) => NamedShareImage[];
  /** Those of these of the last publication that are not drawn yet. */
  missing: (cards: readonly NamedShareImage[]) => ShareImageTask[];
};

/** The paths of a publication's share images, known before any is drawn. */
export function cardPaths({ site, articles }: Publication): string[] {
  const all = [routes.siteShareImage, ...articles.map(({ slug }) => routes.shareImage(slug))];
  return all.map((route) => `${site.prefix}${route.slice(1)}`);
}

/** What the share image of an article was last made from, and the name of its file. */
type Names = Map<string, { madeFrom: string; name: string }>;

/**
 * Opens the store.
 *
 * @param code Identifies the code that draws share images.
 */
export function cardStore({ dir, db }: Pick<BuildCache, 'dir' | 'db'>, code: string): CardStore {
  const folder = join(dir, 'cards');
  const findings = findingsIn({ db });
  /** The names of articles' files in each language: to find one out takes as long as a tenth of a page. */
  const known = new Map<string, { state: string; names: Names }>();
  /** What each share image of the last publication shows, by its route and file. */
  let shown: (card: NamedShareImage) => Pick<ShareImageTask, 'card' | 'picture'> | undefined = () => undefined;

  const nameOf = (card: ShareImage) => `${hash('sha256', `${code}\0${JSON.stringify(card)}`, 'hex')}.png`;
  const namesIn = (prefix: string, state: string): Names => {
    const before = known.get(prefix);
    if (before?.state === state) return before.names;
    const stored = findings.get(`cards/${prefix}`, state);
    return stored instanceof Map ? stored : new Map();
  };

  const cardsIn = (publication: Publication): NamedShareImage[] => {
    const { articles, site, madeFrom } = publication;
    const { name, tagline, dir: direction, lang, digits, look, logo, prefix } = site;
    const state = JSON.stringify([code, name, tagline, direction, lang, digits, look?.colors, logo]);
    const before = namesIn(prefix, state);
    const names: Names = new Map();
    let isSame = true;
    const named = (route: string, file: string) => ({
      route,
      path: `${prefix}${route.slice(1)}`,
      file: join(folder, file),
    });
    const cards = articles.map((article) => {
      const from = madeFrom(article.slug);
      let own = before.get(article.slug);
      if (own?.madeFrom !== from) {
        isSame = false;
        own = { madeFrom: from, name: nameOf(articleShareImage(article, site)) };
      }
      names.set(article.slug, own);
      return named(routes.shareImage(article.slug), own.name);
    });
    if (!isSame || names.size !== before.size) findings.put(`cards/${prefix}`, state, names);
    known.set(prefix, { state, names });
    return [named(routes.siteShareImage, nameOf(siteShareImage(site))), ...cards];
  };

  return {
    cardsOf: (publication) => {
      makeFolder(folder);
      const editions = editionsOf(publication);
      shown = (card) => shownIn(editions, card);
      const cards = editions.flatMap(cardsIn);
      const wanted = new Set(cards.map(({ file }) => basename(file)));
      for (const name of readdirSync(folder)) {
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      }
      return cards;
    },
    missing: (cards) => {
      const kept = new Set(readdirSync(folder));
      const byFile = new Map(cards.map((card) => [card.file, card]));
      return [...byFile.values()].flatMap((card) => {
        const shows = kept.has(basename(card.file)) ? undefined : shown(card);
        return shows ? { ...card, ...shows } : [];
      });
    },
  };
}

/** What a share image shows, and its photo. */
function shownIn(
  editions: readonly Publication[],
  { route, path }: NamedShareImage,
): Pick<ShareImageTask, 'card' | 'picture'> | undefined {
  const edition = editions.find(({ site }) => site.prefix !== '' && path.startsWith(site.prefix)) ?? editions[0];
  if (!edition) return undefined;
  const { site, articles, pictures } = edition;
  const slug = slugIn(route.replace(/[^/]*$/, ''));
  const article = slug === undefined ? undefined : groupsOf(articles).slugs.get(slug);
  const card = article ? articleShareImage(article, site) : siteShareImage(site);
  const { beside } = card;
  const image = beside && 'image' in beside ? beside.image : undefined;
  return { card, picture: image === undefined ? undefined : pictures.find((use) => use.image.name === image)?.source };
}
