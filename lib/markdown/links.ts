import type { Definition, Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** The links of a tree whose references are written as plain ones, in the order of the text. */
export function linksOf(tree: Root): Link[] {
  const links: Link[] = [];
  visit(tree, 'link', (node) => {
    links.push(node);
  });
  return links;
}

/**
 * Writes reference links (`[text][label]`) as plain ones, so that every link is one kind of node from here on.
 *
 * A reference without a definition is text already when the parser is done.
 */
export function inlineReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, 'linkReference', (node, index, parent) => {
    const definition = definitions.get(node.identifier);
    if (!definition || !parent || index === undefined) return;
    const { children, position } = node;
    const link: Link = { type: 'link', url: definition.url, children, ...(position && { position }) };
    if (definition.title) link.title = definition.title;
    parent.children[index] = link;
  });
}
