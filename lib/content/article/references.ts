import type { z } from 'zod';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Place, Report } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';
import type { ReadFile } from '../files/read-file.ts';
import { type articleSchema, idPattern } from '../files/schema.ts';
import { translationName } from '../translations/file-language.ts';

type Index = z.output<typeof articleSchema>;

/** The kinds of entries that ids in an article's front matter refer to. */
export type ReferenceKind = 'author' | 'topic' | 'series' | 'article' | 'place' | 'section';

/** An id in an article's front matter, and its place. */
export type Reference = Place & { file: string; kind: ReferenceKind; id: string };

/** The keys that hold ids of one kind: `each` means every item of a list. */
type Written = { kind: ReferenceKind; paths: readonly (readonly string[])[] };

/** The keys of an article's front matter that refer to other files. Each list may name an id once. */
const inArticles: readonly Written[] = [
  { kind: 'author', paths: [['authors', 'each']] },
  { kind: 'topic', paths: [['topics', 'each']] },
  { kind: 'series', paths: [['series']] },
  { kind: 'article', paths: [['related', 'each']] },
  { kind: 'place', paths: [['picture', 'map', 'places', 'each']] },
];

/** The keys that refer to the article's own sections, which several entries may name. */
const toSections = [
  ['keyPoints', 'each', 'section'],
  ['timeline', 'each', 'section'],
];

/** The ids by which an article's front matter refers to other files, whether or not the rest of it is in order. */
export function referencesIn(frontMatter: FrontMatter, report: Report): Reference[] {
  return [
    ...references(frontMatter, inArticles, report),
    ...toSections.flatMap((path) => references(frontMatter, [{ kind: 'section', paths: [path] }], () => {})),
  ];
}

/** The ids of all that a translation needs in its own language, each at the beginning of its file. */
export function translatedReferences({ data, frontMatter: { file } }: ReadFile<Index>): Reference[] {
  if (!data) return [];
  const { authors, topics, series, picture } = data;
  const of = (kind: ReferenceKind, ids: readonly string[]) =>
    ids.map((id): Reference => ({ file, line: 1, column: 1, kind, id }));
  return [
    ...of('author', authors),
    ...of('topic', topics),
    ...of('series', series === undefined ? [] : [series]),
    ...of('place', picture?.map?.places ?? []),
  ];
}

/**
 * The ids at these places of front matter, whether or not the rest of it is in order. One that is listed twice is reported,
 * and named once.
 */
export function references(frontMatter: FrontMatter, written: readonly Written[], report: Report): Reference[] {
  const { data, file } = frontMatter;
  return written.flatMap(({ kind, paths }) => {
    const named = new Set<string>();
    return paths
      .flatMap((path) => valuesAt(data, path))
      .flatMap(({ value: id, path }) => {
        // The schema reports what cannot be an id.
        if (typeof id !== 'string' || !idPattern.test(id)) return [];
        const at = { file, ...frontMatter.placeOf(path) };
        if (!named.has(id)) {
          named.add(id);
          return { ...at, kind, id };
        }
        report({ ...at, code: 'listed-twice', message: `"${id}" is listed twice. Remove it here.` });
        return [];
      });
  });
}

/**
 * Reports the references to entries that do not exist.
 *
 * @param slug The article that has them.
 * @param known The existing ids of each kind, including those of faulty files.
 * @param former The current ids of authors, topics, series and articles, by former ones: those of articles are as good.
 * @param glossary All entries of the glossary, only some of which are places that a map can show.
 */
export function checkReferences(
  slug: string,
  references: readonly Reference[],
  known: Record<ReferenceKind, { has: (id: string) => boolean; keys: () => Iterable<string> }>,
  former: Partial<Record<ReferenceKind, ReadonlyMap<string, string>>>,
  glossary: ReadonlyMap<string, unknown>,
  report: Report,
): void {
  for (const { kind, id, file, line, column } of references) {
    if (known[kind].has(id)) continue;
    if (kind === 'place' && glossary.has(id)) {
      const message = `"${id}" is in the glossary, but not as a place with latitude and longitude. Add them there.`;
      report({ file, line, column, code: 'place-without-position', message });
      continue;
    }
    const current = former[kind]?.get(id);
    if (kind === 'article' && (id === slug || current === slug)) {
      const message = `"${id}" is this article itself. Name others, or remove it.`;
      report({ file, line, column, code: 'article-unknown', message });
      continue;
    }
    // A former slug leads on wherever it is.
    if (kind === 'article' && current !== undefined) continue;
    const message =
      current === undefined
        ? `There is no ${kind} "${id}". ${didYouMean(id, known[kind].keys())}`
        : `The ${kind} "${id}" has a new id. Write "${current}".`;
    report({ file, line, column, code: `${kind}-unknown`, message });
  }
}

/**
 * Reports what an article in another language names and what has no text in that language.
 *
 * @param known What there is of each kind in that language, by id.
 * @param first What there is in the first language.
 * @returns The other references.
 */
export function checkTranslated(
  references: readonly Reference[],
  lang: string,
  known: Partial<Record<ReferenceKind, ReadonlyMap<string, unknown>>>,
  first: Partial<Record<ReferenceKind, ReadonlyMap<string, unknown>>>,
  report: Report,
): Reference[] {
  return references.filter(({ kind, id, file, line, column }) => {
    if (known[kind]?.has(id) || !first[kind]?.has(id)) return true;
    const path = `${folders[kind] ?? kind}/${translationName(`${id}.md`, lang)}`;
    const message = `The ${kind} "${id}" has no text in "${lang}", and no page may mix languages. Write ${path}.`;
    report({ file, line, column, code: 'translation-missing', message });
    return false;
  });
}

const folders: Partial<Record<ReferenceKind, string>> = {
  author: 'authors',
  topic: 'topics',
  series: 'series',
  place: 'glossary',
};

/** The values at a path, each with its own path; `each` visits every item of a list. */
function valuesAt(data: unknown, path: readonly string[], before: KeyPath = []): { value: unknown; path: KeyPath }[] {
  const [key, ...others] = path;
  if (key === undefined) return [{ value: data, path: before }];
  if (key === 'each') {
    return Array.isArray(data) ? data.flatMap((item, index) => valuesAt(item, others, [...before, index])) : [];
  }
  return typeof data === 'object' && data !== null ? valuesAt(Reflect.get(data, key), others, [...before, key]) : [];
}
