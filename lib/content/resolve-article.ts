import { hash } from 'node:crypto';
import type { Author, Body, ContentArticle, Named, Picture, Signed, Teaser } from '../model/model.ts';
import type { ShownImage } from '../model/picture-copies.ts';
import type { UnresolvedTeaser } from './article/make-article.ts';
import type { ParsedArticle } from './article/parse-article.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';

/** A stored article, with the digest of everything that its files say. */
export type CachedArticle = { parsed: ParsedArticle; digest: string };

/**
 * Replaces the ids in an article with the entries that they refer to; `undefined` if it has errors.
 *
 * @param body Reads the body that was parsed with it.
 */
export function resolveArticle(
  kept: CachedArticle,
  catalogue: Catalogue,
  body: () => Body,
): ContentArticle | undefined {
  const before = resolved.get(kept);
  if (before?.catalogue === catalogue) return before.article;
  const article = resolve(kept, catalogue, body);
  resolved.set(kept, { catalogue, article });
  return article;
}

/** Cached results: a resident build resolves the same articles with the same catalogue again and again. */
const resolved = new WeakMap<CachedArticle, { catalogue: Catalogue; article: ContentArticle | undefined }>();

function resolve(
  { parsed: { teaser: unresolved, references, links, pictures, versions, unrecorded }, digest }: CachedArticle,
  catalogue: Catalogue,
  body: () => Body,
): ContentArticle | undefined {
  const authors = unresolved && lookUp(unresolved.authors, catalogue.authors)?.map(signedOnce);
  const [topic, ...topics] = (unresolved && lookUp(unresolved.topics, catalogue.topics)?.map(namedOnce)) ?? [];
  const [series] = (unresolved?.series && lookUp([unresolved.series], catalogue.series)?.map(namedOnce)) || [];
  const placeIds = references.filter(({ kind }) => kind === 'place').map(({ id }) => id);
  const places = lookUp(placeIds, catalogue.places);
  if (!unresolved || !authors || !topic || !places || (unresolved.series && !series)) return undefined;
  const { image, picture: wish, ...facts } = unresolved;
  const picture = wish && resolvePicture(wish, image, catalogue);
  const teaser: Teaser = { ...facts, authors, topics: [topic, ...topics], series, picture };
  return {
    teaser,
    digest: digestOf(digest, [authors, teaser.topics, places, series ? [series] : []]),
    links: [...new Set(links.map(({ route }) => route))],
    pictures,
    versions,
    unrecorded,
    read: () => ({ ...teaser, ...body() }),
  };
}

function resolvePicture(
  { map, alt, credit, caption }: NonNullable<UnresolvedTeaser['picture']>,
  image: ShownImage | undefined,
  { places }: Catalogue,
): Picture {
  if (image) return { kind: 'image', image, alt, credit, caption };
  const found = lookUp(map?.places ?? [], places) ?? [];
  return { kind: 'map', places: found, emphasise: map?.emphasise, alt, credit, caption };
}

/** Identifies what an article says, and the entries that it shows. */
function digestOf(digest: string, entries: readonly (readonly object[])[]): string {
  return hash('sha256', [digest, ...entries.map((some) => some.map(entryDigest).join(','))].join(' '), 'hex');
}

/** The digest of an entry that many articles share. */
const entryDigest = onceEach((entry: object) => hash('sha256', JSON.stringify(entry), 'base64'));

const signedOnce = onceEach(signed);
const namedOnce = onceEach(named);

/** A function that answers each object once, and later in the same way. */
function onceEach<Entry extends object, Answer>(answer: (entry: Entry) => Answer): (entry: Entry) => Answer {
  const known = new WeakMap<Entry, { answer: Answer }>();
  return (entry) => {
    const before = known.get(entry);
    if (before) return before.answer;
    const made = answer(entry);
    known.set(entry, { answer: made });
    return made;
  };
}

/** What an article shows of an author: the name, and at its end the picture and biography, if any. */
function signed({ id, name, role, picture, bio, contact, former }: Author): Signed {
  if (!picture && bio === undefined) {
    return { id, name, role: undefined, picture, bio, contact: undefined, former: false };
  }
  return { id, name, role, picture, bio, contact, former };
}

/** What an article shows of a topic or a series: the rest is on their own pages. */
function named({ id, name }: Named): Named {
  return { id, name };
}

function lookUp<Entry>(ids: readonly string[], entries: Entries<Entry>): Entry[] | undefined {
  const found = ids.flatMap((id) => entries.get(id) ?? []);
  return found.length === ids.length ? found : undefined;
}
