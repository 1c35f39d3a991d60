import type { Root } from 'mdast';
import { defaultHandlers, type Options } from 'mdast-util-to-markdown';
import { nodesOf } from './nodes-of.ts';

const written = /^<br\s*\/?>$/i;

/**
 * Turns `<br>` in table cells into line breaks: a row is one line, so Markdown has no other way to break a line there.
 * Anywhere else it stays raw HTML.
 *
 * @param source The text that the tree was parsed from.
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
