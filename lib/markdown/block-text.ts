import type { Code, Heading, InlineCode, Nodes, Paragraph, TableCell, Text } from 'mdast';
import { eachNode } from './nodes-of.ts';

/** A place in a file: line and column, counted from 1. */
type Place = { line: number; column: number };

/** The text of one block, as readers see it, with the place of each letter in its file. */
export type BlockText = {
  block: Paragraph | Heading | TableCell | Code;
  text: string;
  /** The place in the file of the letter at an index of the text. */
  placeAt: (index: number) => Place;
};

type Piece = { start: number; value: string; node: Text | InlineCode | Code };

/** Stands for a picture, a comment, and each letter of skipped code (U+FFFC, object replacement). */
const hidden = '\ufffc';

/**
 * The texts of the paragraphs, headings, cells and blocks of code of a tree, in order.
 *
 * @param lines The lines of the file: they show what Markdown removes from a text, such as backslashes.
 * @param code Whether code is part of the text. If not, blocks of code are left out.
 */
export function blockTexts(tree: Nodes, lines: readonly string[], code: 'with code' | 'without code'): BlockText[] {
  const texts: BlockText[] = [];
  eachNode(tree, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      texts.push(textOf(node, lines, code));
    } else if (node.type === 'code' && code === 'with code') texts.push(textOf(node, lines, code));
  });
  return texts;
}

function textOf(block: BlockText['block'], lines: readonly string[], code: 'with code' | 'without code'): BlockText {
  const pieces: Piece[] = [];
  let text = '';
  eachNode(block, (node) => {
    if (node.type === 'break') text += '\n';
    if (node.type === 'image' || node.type === 'html') text += hidden;
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') return;
    pieces.push({ start: text.length, value: node.value, node });
    text += node.type === 'inlineCode' && code === 'without code' ? hidden.repeat(node.value.length) : node.value;
  });
  return { block, text, placeAt: (index) => placeIn(pieces, index, lines) ?? startOf(block) };
}

function placeIn(pieces: readonly Piece[], index: number, lines: readonly string[]): Place | undefined {
  const piece = pieces.findLast(({ start }) => start <= index);
  const start = piece?.node.position?.start;
  if (!piece || !start) return undefined;
  const before = piece.value.slice(0, index - piece.start).split(/\r\n|\r|\n/);
  const inLine = before.at(-1) ?? '';
  const after = /^[^\r\n]*/.exec(piece.value.slice(index - piece.start))?.[0] ?? '';
  // Code between fences begins a line below its node.
  const isFenced =
    piece.node.type === 'code' && /^\s*(```|~~~)/.test(lines[start.line - 1]?.slice(start.column - 1) ?? '');
  const line = start.line + before.length - 1 + (isFenced ? 1 : 0);
  const written = lines[line - 1] ?? '';
  const from = line === start.line ? start.column - 1 : 0;
  const found = written.indexOf(inLine + after, from);
  if (found !== -1) return { line, column: found + inLine.length + 1 };
  // If a backslash or a character reference comes before the place, the word is looked up, or the start of the line is used.
  const word = /^\S+/.exec(after)?.[0] ?? '';
  const at = word === '' ? -1 : written.indexOf(word, from + inLine.length);
  return { line, column: (at === -1 ? Math.max(from, written.search(/\S|$/)) : at) + 1 };
}

function startOf({ position }: Nodes): Place {
  const { line, column } = position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
