import type { Part, PartName } from '../model/recorded-part.ts';
import { canonicalMarkdown } from './canonical-markdown.ts';
import { changedParts } from './compare.ts';
import { parseRecorded } from './parse-recorded.ts';

/**
 * The parts in which a text is not what was recorded; none where readers could tell no difference.
 *
 * Where the two differ letter by letter, both are brought into today's canonical form before they are compared: a later
 * release of the library that writes Markdown must not make every article look changed.
 */
export function differingParts(recorded: readonly Part[], current: readonly Part[]): PartName[] {
  const names = changedParts(recorded, current);
  return names.length === 0 ? [] : changedParts(recorded.map(again), current.map(again));
}

function again({ name, markdown }: Part): Part {
  const { tree, definitions } = parseRecorded(markdown);
  return { name, markdown: canonicalMarkdown(tree, definitions) };
}
