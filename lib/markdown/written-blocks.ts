import type { Heading, Nodes, Paragraph, Root, TableCell } from 'mdast';

/** The characters of one block as its editor typed them and readers see them: Markdown syntax is masked. */
export type WrittenBlock = {
  block: Paragraph | Heading | TableCell;
  /** As long as the block in its source, with the same line endings. */
  text: string;
  /** Where the block begins in the source. */
  offset: number;
  /** Whether it is in a block quote, where lines may begin with dashes and names. */
  isQuoted: boolean;
};

/** Masks each character that is not shown as typed: code, addresses, HTML, escapes, and Markdown syntax. */
export const hidden = '\ufffc';

/**
 * The paragraphs, headings and cells of a tree, in order. Signs that remain in their texts are not Markdown
 * syntax: this is how `**` that readers see is told from `**` that makes words strong.
 *
 * @param source The text that the tree was parsed from.
 */
export function writtenBlocks(tree: Root, source: string): WrittenBlock[] {
  const blocks: WrittenBlock[] = [];
  const look = (node: Nodes, isQuoted: boolean) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const range = rangeOf(node);
      if (range) blocks.push({ block: node, ...maskedText(node, range, source), isQuoted });
    } else if ('children' in node) {
      for (const child of node.children) look(child, isQuoted || node.type === 'blockquote');
    }
  };
  look(tree, false);
  return blocks;
}

type Range = { from: number; to: number };

function maskedText(
  block: WrittenBlock['block'],
  { from, to }: Range,
  source: string,
): { text: string; offset: number } {
  let text = '';
  let end = from;
  const show = (node: Nodes) => {
    if (node.type === 'text') {
      const [start, stop] = [node.position?.start.offset, node.position?.end.offset];
      if (start === undefined || stop === undefined || start < end) return;
      text += masked(source.slice(end, start)) + shown(source, start, stop);
      end = stop;
    } else if ('children' in node) for (const child of node.children) show(child);
  };
  show(block);
  return { text: text + masked(source.slice(end, to)), offset: from };
}

/** The place of a block in its source; that of its children if a quotation was split. */
function rangeOf(node: WrittenBlock['block']): Range | undefined {
  const [start, end] = node.position
    ? [node.position.start, node.position.end]
    : [node.children.at(0)?.position?.start, node.children.at(-1)?.position?.end];
  return start?.offset === undefined || end?.offset === undefined ? undefined : { from: start.offset, to: end.offset };
}

function masked(raw: string): string {
  return raw.replace(/[^\r\n]/g, hidden);
}

/** Text with escapes and the quotation marks at the start of lines masked. */
function shown(source: string, start: number, stop: number): string {
  const raw = source.slice(start, stop);
  if (!/[\\&\n>]/.test(raw)) return raw;
  const beginsLine = /[\r\n]/.test(source.charAt(start - 1)) || start === 0;
  return raw
    .replace(/\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w{1,31});/g, masked)
    .replace(/(?<=\n|^)[ \t]*(?:>[ \t]?)+/g, (mark, index) =>
      index > 0 || beginsLine ? ' '.repeat(mark.length) : mark,
    );
}
