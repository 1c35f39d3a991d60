import type { Nodes } from 'mdast';

type NodeOf<Type extends Nodes['type']> = Extract<Nodes, { type: Type }>;

/**
 * Visits a node and all nodes inside it, in the order of the text: a parent before its children.
 *
 * A text is visited some twenty times on its way to a page. unist-util-visit, which can also change a tree during a
 * visit, takes ten times as long.
 */
export function eachNode(node: Nodes, look: (node: Nodes) => void): void {
  look(node);
  if (!('children' in node)) return;
  const { children } = node;
  // Without an iterator, which takes longer than most visits.
  for (let index = 0; index < children.length; index++) {
    const child = children[index];
    if (child) eachNode(child, look);
  }
}

/** The nodes of some types in a tree, including its root, in the order of the text. */
export function nodesOf<Type extends Nodes['type']>(tree: Nodes, ...types: Type[]): NodeOf<Type>[] {
  const found: NodeOf<Type>[] = [];
  eachNode(tree, (node) => {
    if (isOf(node, types)) found.push(node);
  });
  return found;
}

function isOf<Type extends Nodes['type']>(node: Nodes, types: readonly Type[]): node is NodeOf<Type> {
  return types.some((type) => type === node.type);
}
