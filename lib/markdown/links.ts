import type { Definition, Image, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { nodesOf } from './nodes-of.ts';

/** The links of a tree without reference links, in the order of the text. */
export function linksOf(tree: Root): Link[] {
  return nodesOf(tree, 'link');
}

/**
 * Turns reference links and pictures (`[text][label]`, `![text][label]`) into inline ones, so that each is one kind of
 * node from here on.
 *
 * The parser has already made text of references without definitions.
 */
export function inlineReferences(tree: Root): void {
  if (nodesOf(tree, 'linkReference', 'imageReference').length === 0) return;
  const definitions = new Map<string, Definition>();
  for (const node of nodesOf(tree, 'definition')) {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  }
  visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
    if ((node.type !== 'linkReference' && node.type !== 'imageReference') || !parent || index === undefined) return;
    const definition = definitions.get(node.identifier);
    if (!definition || !('children' in parent)) return;
    const plain: Link | Image =
      node.type === 'linkReference'
        ? { type: 'link', url: definition.url, children: node.children }
        : { type: 'image', url: definition.url, alt: node.alt ?? null };
    if (definition.title) plain.title = definition.title;
    if (node.position) plain.position = node.position;
    parent.children[index] = plain;
  });
}
