import type { Article, Author, Content, GlossaryEntry, Site, Topic } from './model.ts';
import type { Instant } from './moment.ts';

/** What readers may see at one instant. Pages, feeds and lists are made from this alone. */
export type Publication = {
  site: Site;
  /** Newest first; articles of one instant by slug. */
  articles: Article[];
  /** Former addresses of articles that readers may see. */
  moved: { from: string; to: Article }[];
  /** Articles that were taken down: nothing but where they stood. */
  expired: { slug: string }[];
  /** Those with an article that readers may see. */
  authors: Author[];
  topics: Topic[];
  glossary: GlossaryEntry[];
};

/** Where an article stands at an instant. */
type Standing = 'draft' | 'embargoed' | 'published' | 'expired';

/** Where an article stands at `now`: a draft stays one whatever its dates; the first millisecond of a date counts. */
export function standing({ draft, published, expires }: Article, now: Instant): Standing {
  if (draft) return 'draft';
  if (published > now) return 'embargoed';
  if (expires !== undefined && expires <= now) return 'expired';
  return 'published';
}

/**
 * The one door to publication: decides what readers may see.
 *
 * Drafts and embargoed articles leave no trace in the result. Expired ones leave the slugs at which they could be found.
 */
export function publish(content: Content, now: Instant): Publication {
  const articles = content.articles
    .filter((article) => standing(article, now) === 'published')
    .sort((a, b) => b.published - a.published || (a.slug < b.slug ? -1 : 1));
  const expired = content.articles.filter((article) => standing(article, now) === 'expired');
  return {
    site: content.site,
    articles,
    moved: articles.flatMap((to) => to.aliases.map((from) => ({ from, to }))),
    expired: expired.flatMap(({ slug, aliases }) => [slug, ...aliases].map((name) => ({ slug: name }))),
    authors: content.authors.filter(({ id }) => articles.some(({ authors }) => authors.some((one) => one.id === id))),
    topics: content.topics.filter(({ id }) => articles.some(({ topics }) => topics.some((one) => one.id === id))),
    glossary: content.glossary,
  };
}
