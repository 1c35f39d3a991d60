import type { PhrasingContent, Root } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { SKIP, visit } from 'unist-util-visit';
import { nodesOf } from './nodes-of.ts';

/** What an editor may ask for by a directive in the text: `:plain[words]`. */
const known = 'plain';

/**
 * Reads the directives of a tree: `:plain[words]` stays one node, whose words nobody marks as a mention.
 *
 * A colon before a word (`half past ten:thirty`) looks like a directive to the parser and is text again. What has
 * brackets was meant as a directive.
 *
 * @param source The text that the tree was parsed from.
 * @returns The directives that are not known, in the order of the text; they stay in the tree.
 */
export function readDirectives(tree: Root, source: string): TextDirective[] {
  const unknown: TextDirective[] = [];
  if (nodesOf(tree, 'textDirective').length === 0) return unknown;
  visit(tree, 'textDirective', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const written = source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    if (node.children.length === 0 && !written.includes('[')) {
      const text: PhrasingContent = { type: 'text', value: written, ...(node.position && { position: node.position }) };
      parent.children[index] = text;
      return SKIP;
    }
    if (node.name !== known) unknown.push(node);
    return undefined;
  });
  return unknown;
}
