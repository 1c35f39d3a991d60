import { type Teaser, workOf } from '../model/model.ts';

/** Articles by topic, author and series, each list in the order of the whole. */
export type Groups = Record<'topics' | 'authors' | 'series', ReadonlyMap<string, Teaser[]>> & {
  /** Each article by its slug, and by what names it in every language. */
  slugs: ReadonlyMap<string, Teaser>;
  works: ReadonlyMap<string, Teaser>;
  /** Each article by what names it in every language, and by its former slugs. */
  named: ReadonlyMap<string, Teaser>;
};

/** Groups articles; the result is cached for each list. */
export function groupsOf(articles: readonly Teaser[]): Groups {
  const known = groups.get(articles);
  if (known) return known;
  const works = articles.map((article) => [workOf(article), article] as const);
  const former = articles.flatMap((article) => article.aliases.map((alias) => [alias, article] as const));
  const made = {
    topics: groupBy(articles, ({ topics }) => topics),
    authors: groupBy(articles, ({ authors }) => authors),
    series: groupBy(articles, ({ series }) => (series ? [series] : [])),
    slugs: new Map(articles.map((article) => [article.slug, article])),
    works: new Map(works),
    named: new Map([...former, ...works]),
  };
  groups.set(articles, made);
  return made;
}

const groups = new WeakMap<readonly Teaser[], Groups>();

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
