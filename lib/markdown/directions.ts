import type { Nodes, Root } from 'mdast';
import { type Direction, ownDirection } from '../languages/direction.ts';

const blocks = new Set(['paragraph', 'heading', 'blockquote', 'list', 'listItem', 'tableCell']);

/** Gives blocks that run the other way than their surroundings their own direction, and code always left to right. */
export function markDirections(tree: Root, around: Direction): void {
  mark(tree, around);
}

function mark(node: Nodes, around: Direction): void {
  const own = directionOf(node, around);
  if (own) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, dir: own } };
  if ('children' in node) for (const child of node.children) mark(child, own ?? around);
}

function directionOf(node: Nodes, around: Direction): Direction | undefined {
  if (node.type === 'code' || node.type === 'inlineCode') return around === 'rtl' ? 'ltr' : undefined;
  return blocks.has(node.type) ? ownDirection(proseOf(node), around) : undefined;
}

/** The text of a block without code, whose letters do not decide the direction. */
function proseOf(node: Nodes): string {
  if ('children' in node) return node.children.map(proseOf).join(' ');
  return node.type === 'text' ? node.value : '';
}
