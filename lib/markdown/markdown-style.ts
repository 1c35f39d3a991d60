import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import type { Options } from 'mdast-util-to-markdown';
import { tableBreaksToMarkdown } from './table-breaks.ts';

/** The style of Markdown that we write, in the record and for other programs. */
export const markdownStyle = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  listItemIndent: 'one',
  rule: '-',
} as const satisfies Options;

/** Writes footnotes, strikethrough, tables and tasks as in GFM, and line breaks in tables. */
export const gfmToMarkdown = [
  gfmFootnoteToMarkdown(),
  gfmStrikethroughToMarkdown(),
  gfmTableToMarkdown(),
  gfmTaskListItemToMarkdown(),
  tableBreaksToMarkdown,
];

/** Markdown for other programs, which do not know directives: a colon needs no escape. */
export const portableStyle: Options = { ...markdownStyle, extensions: gfmToMarkdown };
