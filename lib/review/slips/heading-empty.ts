import { toString as textOf } from 'mdast-util-to-string';
import { nodesOf } from '../../markdown/nodes-of.ts';
import { leave, type TextCheck } from '../text/text-check.ts';

/** Reports headings without words, such as `###` alone on its line. */
export const headingEmpty: TextCheck = () => (tree, file) => {
  for (const heading of nodesOf(tree, 'heading')) {
    if (textOf(heading, { includeHtml: false }).trim() !== '') continue;
    const { line, column } = heading.position?.start ?? { line: 1, column: 1 };
    const message = `The heading ${'#'.repeat(heading.depth)} has no words. Write them after the signs, or delete the line.`;
    leave(file, 'heading-empty', { line, column }, message);
  }
};
