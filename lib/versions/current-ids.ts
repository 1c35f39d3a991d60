import type { Part } from '../model/recorded-part.ts';
import { withOtherIds } from './recorded-facts.ts';
import { sectionOf } from './version-body.ts';

/**
 * A recorded text with the current ids of sections and authors; former ids are those among their aliases. A section that was
 * merged into another keeps its own id in the versions that had both.
 *
 * @param formerAuthors The current ids of authors, by former id.
 */
export function withCurrentIds(
  parts: readonly Part[],
  sections: readonly { id: string; aliases: readonly string[] }[],
  formerAuthors: ReadonlyMap<string, string>,
): Part[] {
  const had = new Set(parts.map(({ name }) => name));
  const current = new Map(
    sections.flatMap(({ id, aliases }) => (had.has(`section ${id}`) ? [] : aliases.map((alias) => [alias, id]))),
  );
  return parts.map(({ name, markdown }) => {
    if (name === 'order') return { name, markdown: withOtherIds(markdown, (id) => current.get(id)) };
    if (name === 'byline') return { name, markdown: withOtherIds(markdown, (id) => formerAuthors.get(id)) };
    const id = current.get(sectionOf(name) ?? '');
    return { name: id === undefined ? name : `section ${id}`, markdown };
  });
}
