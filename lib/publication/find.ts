import { yearOf } from '../model/dates.ts';
import type { Article, GlossaryEntry, KeyPoint, Named, RecordedCorrection, Redirect, Teaser } from '../model/model.ts';
import { routes, slugIn } from '../model/urls.ts';
import { groupsOf } from './groups.ts';
import type { Publication, TakenDown } from './publish.ts';

/** What is at an article's address: the article, a notice that it has moved, or a notice that it was taken down. */
export type AtSlug =
  | { kind: 'article'; article: Article }
  | { kind: 'moved'; to: Teaser }
  | { kind: 'expired'; article: TakenDown };

/** A series, and the parts before and after one of its parts, if any. */
export type BesidePart = { series: Named; previous: Teaser | undefined; next: Teaser | undefined };

/** What is at `/articles/<slug>/`; `undefined` if nothing is. */
export function findAtSlug({ read, moved, expired }: Publication, slug: string): AtSlug | undefined {
  const article = read(slug);
  if (article) return { kind: 'article', article };
  const to = moved.find(({ from }) => from === slug)?.to;
  if (to) return { kind: 'moved', to };
  const gone = expired.find((one) => one.slug === slug);
  return gone && { kind: 'expired', article: gone };
}

/** What is at the address of an author, a topic or a series: the one with this id, or the one that used to have it. */
export function findNamed<Entry extends { id: string; aliases: readonly string[] }>(
  entries: readonly Entry[],
  id: string,
): { kind: 'here'; entry: Entry } | { kind: 'moved'; to: Entry } | undefined {
  const entry = entries.find((one) => one.id === id);
  if (entry) return { kind: 'here', entry };
  const to = entries.find(({ aliases }) => aliases.includes(id));
  return to && { kind: 'moved', to };
}

/** The redirect of a path of an earlier site, by the part of a route that names it. */
export function findRedirect({ redirects }: Publication, path: string): Redirect | undefined {
  const from = Buffer.from(path, 'base64url').toString();
  return redirects.find((redirect) => redirect.from === from);
}

/** The title of a redirect's target: a headline or a name, or else the address itself. */
export function titleAt({ articles, authors, topics, series }: Publication, to: string): string {
  const route = to.replace(/#.*/, '');
  const slug = slugIn(route);
  const article = articles.find((one) => one.slug === slug);
  const named =
    authors.find(({ id }) => routes.author(id) === route) ??
    topics.find(({ id }) => routes.topic(id) === route) ??
    series.find(({ id }) => routes.series(id) === route);
  return article?.title ?? named?.name ?? to;
}

/** The articles on a topic, newest first. */
export function articlesOn({ articles }: Publication, topic: string): Teaser[] {
  return groupsOf(articles).topics.get(topic) ?? [];
}

/** The topics on which there are articles. */
export function topicsInUse(publication: Publication): Publication['topics'] {
  return publication.topics.filter(({ id }) => articlesOn(publication, id).length > 0);
}

/** The articles of a series in reading order: oldest first. */
export function partsOf({ articles }: Pick<Publication, 'articles'>, series: string): Teaser[] {
  return (groupsOf(articles).series.get(series) ?? []).toReversed();
}

/** The parts of its series before and after an article; `undefined` if it is in none. */
export function besidePart(
  publication: Pick<Publication, 'articles'>,
  { slug, series }: Pick<Teaser, 'slug' | 'series'>,
): BesidePart | undefined {
  if (!series) return undefined;
  const parts = partsOf(publication, series.id);
  const index = parts.findIndex((part) => part.slug === slug);
  return { series, previous: parts[index - 1], next: parts[index + 1] };
}

/** The articles by an author, newest first. */
export function articlesBy({ articles }: Publication, author: string): Teaser[] {
  return groupsOf(articles).authors.get(author) ?? [];
}

/** The key points of the only article of a list; empty for a longer list. */
export function pointsOfOnly({ read }: Publication, [only, ...others]: readonly Teaser[]): KeyPoint[] {
  return (only && others.length === 0 && read(only.slug)?.keyPoints) || [];
}

/** How many articles a not-found page shows: two rows of three. */
const few = 6;

/** The newest articles, for a not-found page. */
export function newestFew({ articles }: Publication): Teaser[] {
  return articles.slice(0, few);
}

/** The most articles that are listed with a glossary entry. */
const namedWithEntry = 20;

/** The glossary in order, each entry with the newest articles that mention it, newest first. */
export function mentionedEntries({ articles, glossary }: Publication): { entry: GlossaryEntry; articles: Teaser[] }[] {
  const found = new Map<string, Teaser[]>(glossary.map(({ id }) => [id, []]));
  for (const article of articles) {
    for (const id of article.mentions) {
      const list = found.get(id);
      if (list && list.length < namedWithEntry) list.push(article);
    }
  }
  return glossary.map((entry) => ({ entry, articles: found.get(entry.id) ?? [] }));
}

/** Every correction of the publication with its article, newest first. */
export function allCorrections({ articles }: Publication): { article: Teaser; correction: RecordedCorrection }[] {
  return articles
    .flatMap((article) => article.corrections.map((correction) => ({ article, correction })))
    .sort((a, b) => b.correction.recorded - a.correction.recorded);
}

/** The years in which these articles were published in a time zone, newest first. */
export function yearsOf(articles: readonly Pick<Teaser, 'published'>[], timeZone: string): number[] {
  return [...new Set(articles.map(({ published }) => yearOf(published, timeZone)))].sort((a, b) => b - a);
}
