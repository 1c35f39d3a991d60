import type { Named } from '../model/model.ts';
import { topicsInUse } from './find.ts';
import { groupsOf } from './groups.ts';
import type { Publication } from './publish.ts';

/** The topics that every page links to. */
export type SiteTopics = {
  /** The main ones, for the masthead: most articles first. */
  main: Named[];
  /** All of them, by name, for the footer; if there are very many, those with most articles. */
  listed: Named[];
  /** Whether there are more than are listed. */
  hasMore: boolean;
};

/** The most topics in the masthead and in the footer. */
const mostMain = 5;
const mostListed = 20;

/**
 * The topics to which every page leads.
 *
 * If their order changes, the masthead of every page has to be made again. So the number of a topic's articles is
 * rounded down to two binary digits: 1, 2, 3, 4, 6, 8, 12, and so on. Topics with equal numbers are ordered by name.
 */
export function siteTopics(publication: Publication): SiteTopics {
  const before = known.get(publication);
  if (before) return before;
  const topics = rankedTopics(publication);
  known.set(publication, topics);
  return topics;
}

/** The topics of publications whose pages are rendered: every page asks for them, some more than once. */
const known = new WeakMap<Publication, SiteTopics>();

function rankedTopics(publication: Publication): SiteTopics {
  const { articles, site } = publication;
  const { compare } = new Intl.Collator(site.lang);
  const { topics: onTopic } = groupsOf(articles);
  const ranked = topicsInUse(publication)
    .map(({ id, name }) => ({ id, name, count: twoDigits(onTopic.get(id)?.length ?? 0) }))
    .sort((a, b) => b.count - a.count || compare(a.name, b.name));
  const named = ranked.map(({ id, name }) => ({ id, name }));
  return {
    main: named.slice(0, mostMain),
    listed: named.slice(0, mostListed).sort((a, b) => compare(a.name, b.name)),
    hasMore: named.length > mostListed,
  };
}

/** A whole number with all but its first two binary digits set to zero. */
function twoDigits(count: number): number {
  const step = 2 ** Math.max(0, 30 - Math.clz32(count));
  return Math.floor(count / step) * step;
}
