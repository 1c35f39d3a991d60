import { hash } from 'node:crypto';

/** What decides which articles are related: their topics, and the ids of the glossary entries that they mention. */
export type Relatable = { slug: string; topics: readonly { id: string }[]; mentions: readonly string[] };

/** Slugs by slug. */
type Related = ReadonlyMap<string, readonly string[]>;

/** The most related articles of one article. */
export const mostRelated = 4;

/** How many of the articles before it get points for each topic and entry that they share with an article. */
const before = 30;

/** How many of the articles after it get points for everything that they share: a new article changes what is related to these. */
const after = 2;

/** A topic or a glossary entry: the articles that have it, newest first, how many are processed, and the points that it gives now. */
type Bond = { articles: Bound[]; passed: number; points: number };

/** An article with its topics and entries, and its points for another one. */
type Bound = { place: number; bonds: Bond[]; points: number; seenFrom: Bound | undefined };

/**
 * Finds for each article those that share most with it; among equals the newest comes first.
 *
 * A rare topic or entry says more than a common one: it gives one more point with every halving of its share. Counts are
 * those at the time of publication, so that a later article only changes which two follow it. Reasons:
 * docs/decisions/0011-related-articles.md.
 *
 * @param articles Newest first.
 * @returns Slugs by slug, at most four each, closest first; none for an article that shares nothing.
 */
export function relatedArticles(articles: readonly Relatable[]): Related {
  if (last && areAlike(last.articles, articles)) {
    last = { articles, related: last.related };
    return last.related;
  }
  const state = store && articles.length >= worthStore ? digestOf(articles) : undefined;
  const kept = state === undefined ? undefined : store?.get(state);
  const places = kept ?? relatedPlaces(articles);
  if (state !== undefined && !kept) store?.put(state, places);
  const related = new Map<string, string[]>();
  for (const [place, { slug }] of articles.entries()) {
    const others = places.subarray(place * mostRelated, (place + 1) * mostRelated);
    const slugs = [...others].flatMap((other) => articles[other]?.slug ?? []);
    if (slugs.length > 0) related.set(slug, slugs);
  }
  last = { articles, related };
  return related;
}

/** Of fewer articles it is found out as quickly as it is read. */
const worthStore = 1000;

/** Where the press keeps what is related for the next process, by what that depends on. */
export type RelatedStore = {
  get: (state: string) => Int32Array | undefined;
  put: (state: string, places: Int32Array) => void;
};

let store: RelatedStore | undefined;

/** Sets or removes the store; only the press does so. */
export function keepRelatedIn(related: RelatedStore | undefined): void {
  store = related;
}

/** For each article in turn the places of its related ones, closest first, up to four; -1 for none. */
function relatedPlaces(articles: readonly Relatable[]): Int32Array {
  const places = new Int32Array(articles.length * mostRelated).fill(-1);
  for (const article of bind(articles)) {
    const others = around(article, articles.length);
    places.set(closest(others), article.place * mostRelated);
  }
  return places;
}

/** Identifies all that decides which articles are related: which of them have the same topics and entries, whatever these are called. */
function digestOf(articles: readonly Relatable[]): string {
  const topicNumbers = new Map<string, number>();
  const entryNumbers = new Map<string, number>();
  const facts: number[] = [];
  for (const { topics, mentions } of articles) {
    for (const { id } of topics) facts.push(2 * topicNumbers.getOrInsertComputed(id, () => topicNumbers.size));
    for (const id of mentions) facts.push(2 * entryNumbers.getOrInsertComputed(id, () => entryNumbers.size) + 1);
    facts.push(-1);
  }
  return hash('sha256', Int32Array.from(facts));
}

/** The last result: few edits under a resident build change it. */
let last: { articles: readonly Relatable[]; related: Related } | undefined;

function areAlike(some: readonly Relatable[], others: readonly Relatable[]): boolean {
  const bonds = ({ topics, mentions }: Relatable) => JSON.stringify([topics.map(({ id }) => id), mentions]);
  return (
    some.length === others.length &&
    some.every((one, place) => {
      const other = others[place];
      if (one.slug !== other?.slug) return false;
      const isSame = one.topics === other.topics && one.mentions === other.mentions;
      return isSame || bonds(one) === bonds(other);
    })
  );
}

/** Links articles to their topics and entries. */
function bind(articles: readonly Relatable[]): Bound[] {
  const topicBonds = new Map<string, Bond>();
  const entryBonds = new Map<string, Bond>();
  return articles.map(({ topics, mentions }, place) => {
    const article: Bound = { place, bonds: [], points: 0, seenFrom: undefined };
    for (const id of new Set(topics.map((topic) => topic.id))) tie(article, topicBonds, id);
    for (const id of new Set(mentions)) tie(article, entryBonds, id);
    return article;
  });
}

function tie(article: Bound, bonds: Map<string, Bond>, id: string): void {
  const bond = bonds.get(id) ?? { articles: [], passed: 0, points: 0 };
  bonds.set(id, bond);
  bond.articles.push(article);
  article.bonds.push(bond);
}

/** Gives points to the neighbours of an article, and returns those that have any. Called for each article in order. */
function around(article: Bound, count: number): Bound[] {
  const others: Bound[] = [];
  const isNew = (other: Bound) => {
    if (other.seenFrom === article) return false;
    other.seenFrom = article;
    other.points = 0;
    others.push(other);
    return true;
  };
  for (const bond of article.bonds) {
    bond.points = 1 + doublings(count - article.place) - doublings(bond.articles.length - bond.passed);
  }
  for (const { articles, passed, points } of article.bonds) {
    for (const older of articles.slice(passed + 1, passed + 1 + before)) {
      isNew(older);
      older.points += points;
    }
    for (const newer of articles.slice(Math.max(passed - after, 0), passed)) {
      if (isNew(newer)) newer.points = newer.bonds.reduce((sum, bond) => sum + bond.points, 0);
    }
  }
  for (const bond of article.bonds) {
    bond.points = 0;
    bond.passed += 1;
  }
  return others;
}

function closest(others: readonly Bound[]): number[] {
  const best: Bound[] = [];
  for (const other of others) {
    const last = best[mostRelated - 1];
    if (last && byPoints(last, other) < 0) continue;
    best.push(other);
    best.sort(byPoints);
    best.length = Math.min(best.length, mostRelated);
  }
  return best.map(({ place }) => place);
}

function byPoints(a: Bound, b: Bound): number {
  return b.points - a.points || a.place - b.place;
}

/** The binary logarithm of a number, rounded down: 0 for 1, 6 for 100. */
function doublings(count: number): number {
  return 31 - Math.clz32(count);
}
