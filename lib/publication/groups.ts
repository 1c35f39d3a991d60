import { type Teaser, workOf } from '../model/model.ts';

/** Articles by topic, author and series, each list in the order of the whole. */
export type Groups = Record<'topics' | 'authors' | 'series', ReadonlyMap<string, Teaser[]>> & {
  /** Each article by its slug, and by what names it in every language. */
  slugs: ReadonlyMap<string, Teaser>;
  works: ReadonlyMap<string, Teaser>;
  /** Each article by what names it in every language, and by its former slugs. */
  named: ReadonlyMap<string, Teaser>;
};

/** Groups articles, each way when it is asked for; the result is cached for each list. */
export function groupsOf(articles: readonly Teaser[]): Groups {
  const known = groups.get(articles);
  if (known) return known;
  const made = new LazyGroups(articles);
  groups.set(articles, made);
  return made;
}

const groups = new WeakMap<readonly Teaser[], Groups>();

/** Of many articles each way takes a while, and few pages need all of them. */
class LazyGroups implements Groups {
  readonly #articles: readonly Teaser[];
  readonly #made: { -readonly [Way in keyof Groups]?: Groups[Way] } = {};

  constructor(articles: readonly Teaser[]) {
    this.#articles = articles;
  }

  get topics() {
    this.#made.topics ??= groupBy(this.#articles, ({ topics }) => topics);
    return this.#made.topics;
  }

  get authors() {
    this.#made.authors ??= groupBy(this.#articles, ({ authors }) => authors);
    return this.#made.authors;
  }

  get series() {
    this.#made.series ??= groupBy(this.#articles, ({ series }) => (series ? [series] : []));
    return this.#made.series;
  }

  get slugs() {
    this.#made.slugs ??= new Map(this.#articles.map((article) => [article.slug, article]));
    return this.#made.slugs;
  }

  get works() {
    this.#made.works ??= new Map(this.#articles.map((article) => [workOf(article), article]));
    return this.#made.works;
  }

  get named() {
    this.#made.named ??= new Map([
      ...this.#articles.flatMap((article) => article.aliases.map((alias) => [alias, article] as const)),
      ...this.works,
    ]);
    return this.#made.named;
  }
}

function groupBy(
  articles: readonly Teaser[],
  idsOf: (article: Teaser) => readonly { id: string }[],
): Map<string, Teaser[]> {
  const lists = new Map<string, Teaser[]>();
  for (const article of articles) {
    for (const { id } of idsOf(article)) {
      const list = lists.get(id);
      if (list) list.push(article);
      else lists.set(id, [article]);
    }
  }
  return lists;
}
