import type { Teaser } from '../model/model.ts';
import type { PagedSite } from '../model/page-kinds.ts';
import { groupsOf } from './groups.ts';

/** The parts of a publication that decide which pages there are. */
type Published = {
  articles: readonly Teaser[];
  moved: readonly { from: string; to: Pick<Teaser, 'versions'> }[];
  expired: PagedSite['expired'];
  authors: readonly Entry[];
  topics: readonly Entry[];
  series: readonly Entry[];
  redirects: PagedSite['redirects'];
  glossary: readonly unknown[];
  pages: readonly { id: string }[];
};

type Entry = { id: string; aliases: readonly string[] };

/** The facts that decide which pages a publication has. */
export function pagedSite(published: Published): PagedSite {
  const { articles, moved, expired, authors, topics, series, glossary, pages } = published;
  const groups = groupsOf(articles);
  const subjects = (entries: readonly Entry[], lists: typeof groups.authors) =>
    entries.map(({ id, aliases }) => ({ id, aliases, articles: lists.get(id)?.length ?? 0 }));
  return {
    articles,
    moved: moved.map(({ from, to }) => ({ slug: from, versions: to.versions })),
    expired,
    authors: subjects(authors, groups.authors),
    topics: subjects(topics, groups.topics),
    series: subjects(series, groups.series),
    pages,
    redirects: published.redirects,
    hasGlossary: glossary.length > 0,
    hasCorrections: articles.some(({ corrections }) => corrections.length > 0),
  };
}
