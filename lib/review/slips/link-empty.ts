import { toString as textOf } from 'mdast-util-to-string';
import { linksOf } from '../../markdown/links.ts';
import { nodesOf } from '../../markdown/nodes-of.ts';
import { leave, type TextCheck } from '../text/text-check.ts';

/** Reports links without words: readers do not see them, and hear their addresses. */
export const linkEmpty: TextCheck = () => (tree, file) => {
  for (const link of linksOf(tree)) {
    if (textOf(link, { includeHtml: false }).trim() !== '' || nodesOf(link, 'image').length > 0) continue;
    const place = link.position?.start ?? { line: 1, column: 1 };
    leave(file, 'link-empty', place, `The link to "${link.url}" has no words. Write them between the square brackets.`);
  }
};
