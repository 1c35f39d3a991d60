import type { Report } from '../model/problem.ts';
import type { FrontMatter } from './files/front-matter.ts';
import { frontMatterStrings } from './files/front-matter-strings.ts';

/** The current ids of authors or of topics by their former ones. */
export function formerIds(
  entries: ReadonlyMap<string, { id: string; aliases: readonly string[] } | undefined>,
): Map<string, string> {
  return new Map([...entries.values()].flatMap((entry) => entry?.aliases.map((alias) => [alias, entry.id]) ?? []));
}

/**
 * Reports former ids of authors, or of topics, that are also an id or a former id of another.
 *
 * @param ids All ids of the kind.
 * @param frontMatters By id.
 */
export function checkFormerIds(
  ids: Iterable<string>,
  frontMatters: ReadonlyMap<string, FrontMatter>,
  report: Report,
): void {
  const owners = new Map([...ids].map((id) => [id, id]));
  for (const [id, frontMatter] of frontMatters) {
    for (const { text, path } of frontMatterStrings(frontMatter)) {
      if (path[0] !== 'aliases' || path.length !== 2) continue;
      const owner = owners.get(text);
      if (owner !== undefined) {
        const message =
          owner === id
            ? `The alias "${text}" is the id of this file or is listed twice. Remove it.`
            : `The alias "${text}" is taken by ${owner}.md. Remove it from one of the two.`;
        report({ file: frontMatter.file, ...frontMatter.placeOf(path), code: 'id-twice', message });
      }
      owners.set(text, id);
    }
  }
}
