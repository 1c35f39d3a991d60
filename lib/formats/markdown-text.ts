import type { Root } from 'mdast';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { toMarkdown } from 'mdast-util-to-markdown';
import { gfmToMarkdown, markdownStyle } from '../markdown/markdown-style.ts';
import { printable } from './printable.ts';

/** A tree as Markdown that others read: CommonMark with GFM's footnotes, tables, strikethrough and tasks. */
export function markdownText(tree: Root): string {
  return printable(toMarkdown(tree, { ...markdownStyle, extensions: [...gfmToMarkdown, gfmTaskListItemToMarkdown()] }));
}
