import type { Part, PartName } from '../model/recorded-part.ts';
import { canonicalMarkdown } from './canonical-markdown.ts';
import { changedParts } from './compare.ts';
import { parseRecorded } from './parse-recorded.ts';

/**
 * The parts in which a text differs from what was recorded; none if readers could not tell the difference.
 *
 * If the two are not identical, both are converted to the current canonical form before they are compared: a new
 * release of the Markdown library must not make every article look changed.
 */
export function differingParts(recorded: readonly Part[], current: readonly Part[]): PartName[] {
  const names = changedParts(recorded, current);
  return names.length === 0 ? [] : changedParts(recorded.map(again), current.map(again));
}

function again({ name, markdown }: Part): Part {
  const { tree, definitions } = parseRecorded(markdown);
  return { name, markdown: canonicalMarkdown(tree, definitions) };
}
