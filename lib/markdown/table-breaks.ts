import type { Root } from 'mdast';
import { defaultHandlers, type Options } from 'mdast-util-to-markdown';
import { nodesOf } from './nodes-of.ts';

const written = /^<br\s*\/?>$/i;

/**
 * Makes line breaks of the `<br>` in the cells of tables: a row is one line, so that Markdown itself has no way to break a
 * line there. Anywhere else it stays HTML.
 *
 * @param source What the tree was parsed from.
 */
export function readTableBreaks(tree: Root, source: string): void {
  if (!/<br/i.test(source)) return;
  for (const cell of nodesOf(tree, 'tableCell')) {
    cell.children = cell.children.map((child) =>
      child.type === 'html' && written.test(child.value)
        ? { type: 'break', ...(child.position && { position: child.position }) }
        : child,
    );
  }
}

/** Writes the line breaks in the cells of tables. */
export const tableBreaksToMarkdown: Options = {
  handlers: {
    break: (...given) => (given[2].stack.includes('tableCell') ? '<br>' : defaultHandlers.break(...given)),
  },
};
