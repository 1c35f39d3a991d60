import { type DefaultTreeAdapterTypes, parseFragment, serialize } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const blocks = /^(blockquote|dd|div|dl|dt|figure|h[1-6]|hr|li|ol|p|pre|table|tbody|td|th|thead|tr|ul)$/;

/**
 * Normalised HTML, so that two texts that a browser treats alike are equal: elements in one form, and no line
 * breaks at the edges of blocks. Visible white space stays, and all of it in code.
 */
export function comparableHtml(html: string): string {
  const tree = parseFragment(html);
  tidy(tree);
  return serialize(tree);
}

function tidy(parent: Parent): void {
  const { childNodes } = parent;
  for (const [index, node] of childNodes.entries()) {
    if ('value' in node) {
      if (isEdge(parent, childNodes[index - 1])) node.value = node.value.replace(/^\s+/, '');
      if (isEdge(parent, childNodes[index + 1])) node.value = node.value.replace(/\s+$/, '');
    } else if ('childNodes' in node && node.tagName !== 'pre') tidy(node);
  }
}

/** Whether a block begins or ends here: at a neighbour that is one, or at the edge of the parent, if that is one. */
function isEdge(parent: Parent, neighbour: Node | undefined): boolean {
  if (neighbour) return isBlock(neighbour);
  return parent.nodeName === '#document-fragment' || isBlock(parent);
}

function isBlock(node: Node | Parent): node is Element {
  return blocks.test(node.nodeName);
}
