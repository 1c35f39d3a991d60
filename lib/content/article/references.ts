import { suggestion } from '../../model/did-you-mean.ts';
import type { Place, Report } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';
import { idPattern } from '../files/schema.ts';

/** What an id in an article's front matter stands for. */
export type ReferenceKind = 'author' | 'topic' | 'series' | 'article' | 'place' | 'section';

/** An id in an article's front matter, and where it stands. */
export type Reference = Place & { file: string; kind: ReferenceKind; id: string };

/**
 * The ids by which an article's front matter refers to other files, whether or not the rest of it is in order.
 *
 * An id that is listed twice is reported.
 */
export function referencesIn(frontMatter: FrontMatter, report: Report): Reference[] {
  const { data, file } = frontMatter;
  const found: Reference[] = [];
  const add = (kind: ReferenceKind, id: unknown, path: KeyPath) => {
    // What cannot be an id is reported by the schema.
    if (typeof id === 'string' && idPattern.test(id)) found.push({ file, ...frontMatter.placeOf(path), kind, id });
  };
  const addAll = (kind: ReferenceKind, path: readonly string[]) => {
    const list = listAt(data, path);
    for (const [index, id] of list.entries()) {
      const at = [...path, index];
      if (list.indexOf(id) === index) add(kind, id, at);
      else {
        const message = `"${id}" is listed twice. Take it out here.`;
        report({ file, ...frontMatter.placeOf(at), code: 'listed-twice', message });
      }
    }
  };
  addAll('author', ['authors']);
  addAll('topic', ['topics']);
  add('series', valueAt(data, ['series']), ['series']);
  addAll('article', ['related']);
  addAll('place', ['picture', 'map', 'places']);
  for (const key of ['keyPoints', 'timeline']) {
    for (const [index, entry] of listAt(data, [key]).entries()) {
      add('section', valueAt(entry, ['section']), [key, index, 'section']);
    }
  }
  return found;
}

/**
 * Reports the references that stand for nothing.
 *
 * @param slug Names the article in which they are.
 * @param known What there is of each kind, by id; also files that are themselves at fault.
 * @param former The ids of authors, topics, series and articles by their former ones.
 * @param glossary All entries of the glossary, of which only some are places that a map can show.
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
    if (kind === 'article' && id === slug) {
      const message = `"${id}" is this article itself. Name others, or take it out.`;
      report({ file, line, column, code: 'article-unknown', message });
      continue;
    }
    const current = former[kind]?.get(id);
    const message =
      current === undefined
        ? `There is no ${kind} "${id}". ${suggestion(id, known[kind].keys())}`
        : `There is no ${kind} "${id}" any more. The id is now "${current}": write that.`;
    report({ file, line, column, code: `${kind}-unknown`, message });
  }
}

function listAt(data: unknown, path: readonly string[]): unknown[] {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
}

function valueAt(data: unknown, path: readonly string[]): unknown {
  let value = data;
  for (const key of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}
