import { withOtherIds } from './recorded-facts.ts';
import type { Part } from './recorded-text.ts';
import { sectionOf } from './version-body.ts';

/** A recorded text whose sections have the ids of today: a former id is one that a section lists among its aliases. */
export function withCurrentIds(
  parts: readonly Part[],
  sections: readonly { id: string; aliases: readonly string[] }[],
): Part[] {
  const current = new Map(sections.flatMap(({ id, aliases }) => aliases.map((alias) => [alias, id])));
  return parts.map(({ name, markdown }) => {
    if (name === 'order') return { name, markdown: withOtherIds(markdown, (id) => current.get(id)) };
    const id = current.get(sectionOf(name) ?? '');
    return { name: id === undefined ? name : `section ${id}`, markdown };
  });
}
