import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { nodesOf } from './nodes-of.ts';

/** Scripts with true italics. In others a browser slants the letters, which makes them harder to read. */
const withItalics = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;

/** Marks what would be in italics (emphasis and quotations) as `upright` if its script has none. */
export function markUpright(tree: Root): void {
  const quotations = nodesOf(tree, 'blockquote').flatMap(({ children, data }) =>
    data?.hName === 'figure' ? children.filter(({ type }) => type === 'blockquote') : [],
  );
  for (const node of [...nodesOf(tree, 'emphasis'), ...quotations]) {
    if (mayBeItalic(textOf(node))) continue;
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, className: ['upright'] } };
  }
}

/** Whether a text may be in italics: not if most of its letters are of scripts without them, such as Arabic or Chinese. */
function mayBeItalic(text: string): boolean {
  const letters = [...text.matchAll(/\p{L}/gu)];
  return letters.filter(([letter]) => withItalics.test(letter)).length * 2 >= letters.length;
}
