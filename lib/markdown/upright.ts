import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { mayBeItalic } from '../languages/italics.ts';
import { nodesOf } from './nodes-of.ts';

/** Marks what would be in italics, emphasis and the words of quotations, as `upright` where its script has none. */
export function markUpright(tree: Root): void {
  const quotations = nodesOf(tree, 'blockquote').flatMap(({ children, data }) =>
    data?.hName === 'figure' ? children.filter(({ type }) => type === 'blockquote') : [],
  );
  for (const node of [...nodesOf(tree, 'emphasis'), ...quotations]) {
    if (mayBeItalic(textOf(node))) continue;
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, className: ['upright'] } };
  }
}
