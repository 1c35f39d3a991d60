import { createHash } from 'node:crypto';
import type { Teaser } from '../content/model.ts';

/** What the end of an article shows of another one. */
export type Brief = Pick<Teaser, 'slug' | 'title' | 'kind' | 'published'> & {
  topics: readonly [{ name: string }, ...unknown[]];
};

/** What a list shows of an article. */
export type Listed = Brief & Pick<Teaser, 'standfirst'>;

/** Names what `Brief` has of an article: the same text for two that look the same there. */
export const briefDigest = onceEach(({ slug, title, kind, published, topics: [topic] }: Brief) => [
  slug,
  title,
  kind,
  published,
  topic.name,
]);

/** Names what `Listed` has of an article. */
export const listedDigest = onceEach((article: Listed) => [briefDigest(article), article.standfirst]);

/** A digest of facts, made once for each article: a resident build asks for the same ones again and again. */
function onceEach<Article extends object>(facts: (article: Article) => unknown): (article: Article) => string {
  const known = new WeakMap<Article, string>();
  return (article) => {
    const before = known.get(article);
    if (before !== undefined) return before;
    const digest = createHash('sha256')
      .update(JSON.stringify(facts(article)))
      .digest('base64');
    known.set(article, digest);
    return digest;
  };
}
