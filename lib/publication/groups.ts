import type { Teaser } from '../model/model.ts';

/** Articles by the topics and by the authors that they name, each list in the order of the whole. */
export type Groups = { topics: ReadonlyMap<string, Teaser[]>; authors: ReadonlyMap<string, Teaser[]> };

/** Groups articles; the same list is grouped once, however many pages ask. */
export function groupsOf(articles: readonly Teaser[]): Groups {
  const known = groups.get(articles);
  if (known) return known;
  const made = { topics: groupBy(articles, 'topics'), authors: groupBy(articles, 'authors') };
  groups.set(articles, made);
  return made;
}

const groups = new WeakMap<readonly Teaser[], Groups>();

function groupBy(articles: readonly Teaser[], key: 'topics' | 'authors'): Map<string, Teaser[]> {
  const lists = new Map<string, Teaser[]>();
  for (const article of articles) {
    for (const { id } of article[key]) {
      const list = lists.get(id);
      if (list) list.push(article);
      else lists.set(id, [article]);
    }
  }
  return lists;
}
