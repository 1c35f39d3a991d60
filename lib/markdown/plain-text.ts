import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { eachNode } from './nodes-of.ts';

/** Words that readers do not see as text. */
const leftOut = { includeHtml: false, includeImageAlt: false };

/** The text of a tree as readers see it, with a line for each paragraph, heading, cell and block of code. */
export function plainText(tree: Root): string {
  const lines: string[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      lines.push(node.children.map((child) => (child.type === 'break' ? ' ' : textOf(child, leftOut))).join(''));
    } else if (node.type === 'code') lines.push(node.value);
  });
  return lines.join('\n');
}
