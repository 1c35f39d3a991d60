import type { Catalogue, Entries } from './load-catalogue.ts';
import type { Article, Picture } from './model.ts';
import type { UnresolvedArticle } from './parse-article.ts';

/** Replaces the ids in an article by what they stand for; `undefined` where one of them stands for nothing. */
export function resolveArticle(article: UnresolvedArticle, catalogue: Catalogue): Article | undefined {
  const authors = lookUp(article.authors, catalogue.authors);
  const [topic, ...topics] = lookUp(article.topics, catalogue.topics) ?? [];
  const picture = article.picture && resolvePicture(article.picture, catalogue);
  if (!authors || !topic || (article.picture && !picture)) return undefined;
  return { ...article, authors, topics: [topic, ...topics], picture };
}

function resolvePicture(
  { map, image, alt, credit, caption }: NonNullable<UnresolvedArticle['picture']>,
  { glossary }: Catalogue,
): Picture | undefined {
  if (image !== undefined) return { kind: 'image', file: image, alt, credit, caption };
  const places = lookUp(map?.places ?? [], glossary);
  return places && { kind: 'map', places, emphasise: map?.emphasise, alt, credit, caption };
}

function lookUp<Entry>(ids: readonly string[], entries: Entries<Entry>): Entry[] | undefined {
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  return found.length === ids.length ? found : undefined;
}
