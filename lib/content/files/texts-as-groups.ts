import { isMap, isScalar, isSeq } from 'yaml';
import type { z } from 'zod';
import { nearest } from '../../model/did-you-mean.ts';
import type { Place } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import { cannotBegin, colonInside, valueAt } from './yaml-advice.ts';
import { isTextAt, keysAt } from './zod-parts.ts';

/**
 * Finds what an editor meant as text and YAML read as a list or a group: `[Update] …`, `{Update}`, and a list item with a
 * colon in it, as in `- First: the pier`.
 */
export function textsAsGroups(
  schema: z.ZodType,
  { yaml: { document, text, placeAt } }: FrontMatter,
): (Place & { path: KeyPath; message: string })[] {
  const found: (Place & { path: KeyPath; message: string })[] = [];
  const look = (node: unknown, path: KeyPath) => {
    const isGroup = isMap(node) || isSeq(node);
    if (isGroup && node.range && path.length > 0 && isTextAt(schema, path)) {
      const at = placeAt(node.range[0]);
      if (node.flow) found.push({ ...at, path, message: cannotBegin(valueAt(text, node.range[0])) });
      else if (isMap(node) && !hasKeyOf(keysAt(schema, path), node.items))
        found.push({ ...at, path, message: colonInside });
      return;
    }
    if (isMap(node))
      for (const { key, value } of node.items) if (isScalar(key)) look(value, [...path, String(key.value)]);
    if (isSeq(node)) for (const [index, item] of node.items.entries()) look(item, [...path, index]);
  };
  look(document.contents, []);
  return found;
}

/** Whether some of the keys of a group are allowed there, or similar to those that are. */
function hasKeyOf(known: readonly string[], pairs: readonly { key: unknown }[]): boolean {
  return pairs.some(({ key }) => isScalar(key) && nearest(String(key.value), known) !== undefined);
}
