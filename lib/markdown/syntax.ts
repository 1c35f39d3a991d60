import { directiveFromMarkdown } from 'mdast-util-directive';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Data } from 'unified';
import { directiveInText } from './directive-syntax.ts';

/** A syntax extension, and the sign without which no text can use it. */
type Piece = {
  sign: RegExp;
  tokens: NonNullable<Data['micromarkExtensions']>[number];
  nodes: NonNullable<Data['fromMarkdownExtensions']>[number];
};

/**
 * What an editor may write beyond CommonMark: GFM's tables, footnotes, strikethrough and task lists, and inline
 * directives (`:plain[words]`).
 *
 * GFM's fifth extension, autolinks of bare URLs, is left out: it takes longer than all other parsing together,
 * and `<https://…>` does the same.
 */
const pieces: readonly Piece[] = [
  { sign: /\^/, tokens: gfmFootnote(), nodes: gfmFootnoteFromMarkdown() },
  { sign: /~/, tokens: gfmStrikethrough({ singleTilde: false }), nodes: gfmStrikethroughFromMarkdown() },
  // The delimiter row has a bar, or a colon for the alignment.
  { sign: /\||:-|-:/, tokens: gfmTable(), nodes: gfmTableFromMarkdown() },
  { sign: /\[[\sxX]\]/, tokens: gfmTaskListItem(), nodes: gfmTaskListItemFromMarkdown() },
  { sign: /:[^ \r\n!-/:-@[-`{-~]/, tokens: directiveInText, nodes: directiveFromMarkdown() },
];

/** The syntax of Markdown for other programs, in which `:plain[words]` is text. */
export const portableSyntax: Data = dataOf(pieces.filter(({ tokens }) => tokens !== directiveInText));

const known = new Map<string, Data>();

/**
 * The syntax extensions that a text needs, for remark: those whose sign it does not have are left out, since trying each
 * of them at every line takes as long as CommonMark itself.
 *
 * @returns The same data for the same extensions.
 */
export function syntaxOf(markdown: string): Data {
  const needed = pieces.filter(({ sign }) => sign.test(markdown));
  const key = needed.map(({ sign }) => sign.source).join(' ');
  const data = known.get(key) ?? dataOf(needed);
  known.set(key, data);
  return data;
}

function dataOf(some: readonly Piece[]): Data {
  return {
    micromarkExtensions: some.map(({ tokens }) => tokens),
    fromMarkdownExtensions: some.map(({ nodes }) => nodes),
  };
}
