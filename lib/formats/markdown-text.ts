import type { Root } from 'mdast';
import { toMarkdown } from 'mdast-util-to-markdown';
import { portableStyle } from '../markdown/markdown-style.ts';
import { printable } from './printable.ts';

/** A tree as portable Markdown: CommonMark with GFM's footnotes, tables, strikethrough and tasks. */
export function markdownText(tree: Root): string {
  return printable(toMarkdown(tree, portableStyle));
}

/** A text with white space collapsed, as browsers show it. */
export function oneSpaced(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
