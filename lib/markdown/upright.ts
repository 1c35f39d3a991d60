import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { nodesOf } from './nodes-of.ts';

/** Scripts whose type has an italic form of its own. In others a browser slants the letters, which makes them worse to read. */
const withItalics = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]/u;

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

/** Whether a text may be set in italics: unless most of its letters are of scripts that have none, such as Arabic or Chinese. */
function mayBeItalic(text: string): boolean {
  const letters = [...text.matchAll(/\p{L}/gu)];
  return letters.filter(([letter]) => withItalics.test(letter)).length * 2 >= letters.length;
}
